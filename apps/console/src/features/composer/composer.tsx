"use client";
import type { Conversation } from "@onethread/core/api";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ApiError } from "../../api/api-error.ts";
import { cn } from "../../ui/class-names.ts";
import { useMay } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { ComposerFooter } from "./composer-footer.tsx";
import { ClosedDoor } from "./door-line.tsx";
import { DoorPicker } from "./door-picker.tsx";
import { takesText } from "./doors.ts";
import type { Mode } from "./draft-store.ts";
import { Editor, type EditorHandle } from "./editor.tsx";
import { ModeSwitch } from "./mode-switch.tsx";
import { Refusal } from "./refusal.tsx";
import { remaining } from "./text-length.ts";
import { useDoor } from "./use-door.ts";
import { useDraft } from "./use-draft.ts";
import { useSend } from "./use-send.ts";

type Props = { conversationId: string; customer: Conversation["customer"] | null };

/** Where agents write: replies to the customer, or notes to each other. */
export function Composer({ conversationId, customer }: Props) {
  const t = useTranslations("composer");
  const id = useId();
  const [mode, setMode] = useState<Mode>("reply");
  const drafts = { reply: useDraft(conversationId, "reply"), note: useDraft(conversationId, "note") };
  const { query, doors, door, choose } = useDoor(conversationId);
  const { reply, note } = useSend(conversationId);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const editor = useRef<EditorHandle>(null);
  const mayReply = useMay("reply");

  const draft = drafts[mode];
  const enter = (next: Mode) => {
    // Focus in the same turn, so that what is typed right after the key lands in the field.
    flushSync(() => setMode(next));
    editor.current?.focus();
  };
  useShortcut("reply", () => enter("reply"), mayReply);
  useShortcut("note", () => enter("note"), mayReply);

  const left = mode === "reply" && door ? remaining(draft.text, door.textLimit) : null;
  const closed = mode === "reply" && (!door || !takesText(door, Date.now()));
  const ready = draft.text.trim() !== "" && !closed && (left === null || left >= 0);

  const send = async (guard = true) => {
    if (!ready) return;
    const text = draft.text.trim();
    draft.clear();
    setRefusal(null);
    const refused = mode === "note" ? await note(text) : door ? await reply(text, door, guard) : null;
    if (!refused) return;
    // The server said no: the words come back, unless something new was begun meanwhile.
    setRefusal(refused);
    draft.restore(text);
    void query.refetch();
  };

  if (!mayReply) return <p className="border-line border-t p-4 text-center text-muted">{t("viewersCannot")}</p>;
  const isNote = mode === "note";
  const name = customer?.name ?? t("theCustomer");
  return (
    <section
      aria-label={isNote ? t("noteTitle") : t("replyTitle")}
      data-testid="composer"
      data-mode={mode}
      className={cn(
        "shrink-0 border-t",
        isNote ? "border-note-line border-dashed bg-note text-note-fg" : "border-line bg-surface",
        "focus-within:shadow-[inset_0_2px_0_var(--c-accent)]",
        isNote && "focus-within:shadow-[inset_0_2px_0_var(--c-note-line)]",
      )}
    >
      <div className="@container mx-auto max-w-[760px]">
        <div className="flex min-w-0 items-center gap-2 px-3 pt-2 pb-1">
          <ModeSwitch mode={mode} onChange={enter} />
          {isNote ? (
            <p className="flex min-w-0 items-center gap-1.5 text-sm">
              <Lock aria-hidden className="size-3.5 shrink-0" />
              <span className="truncate">{t("noteHint", { name })}</span>
            </p>
          ) : (
            door && <DoorPicker doors={doors} door={door} onChoose={choose} />
          )}
        </div>
        {!isNote && door && <ClosedDoor door={door} doors={doors} onChoose={choose} />}
        {!isNote && query.isSuccess && !door && <p className="px-3 pb-1 text-warning">{t("noDoor")}</p>}
        {refusal && <Refusal error={refusal} onSendAnyway={() => void send(false)} onDismiss={() => setRefusal(null)} />}
        <Editor
          ref={editor}
          value={draft.text}
          onChange={draft.set}
          onSend={() => void send()}
          label={isNote ? t("noteLabel") : t("replyLabel", { name })}
          placeholder={isNote ? t("notePlaceholder") : t("replyPlaceholder")}
          describedBy={`${id}-state`}
        />
        <ComposerFooter
          id={`${id}-state`}
          mode={mode}
          left={left}
          ready={ready}
          customerId={customer?.id ?? null}
          door={door}
          onInsert={(sentence) => {
            drafts.reply.set(drafts.reply.text ? `${drafts.reply.text.trimEnd()}\n\n${sentence}` : sentence);
            editor.current?.focus();
          }}
          onSend={() => void send()}
        />
      </div>
    </section>
  );
}
