"use client";
import { findQuestion } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { cn } from "../../ui/class-names.ts";
import { CannedList } from "../canned-replies/canned-list.tsx";
import { OpenQuestion } from "../canned-replies/open-question.tsx";
import { useCanned } from "../canned-replies/use-canned.ts";
import { useCannedFiles } from "../canned-replies/use-canned-files.ts";
import { DraftConflict } from "../drafts/draft-conflict.tsx";
import { EmojiList } from "../emoji/emoji-list.tsx";
import { useEmojiSuggestion } from "../emoji/use-emoji-suggestion.ts";
import { useMay } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { MentionList } from "../mentions/mention-list.tsx";
import { useMentions } from "../mentions/use-mentions.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { PresenceBar } from "../presence/presence-bar.tsx";
import { useBePresent } from "../presence/use-be-present.ts";
import { useWriting } from "../presence/use-writing.ts";
import { ScheduleDialog } from "../scheduled/schedule-dialog.tsx";
import { TemplateDialog } from "../templates/template-dialog.tsx";
import { TemplatePlace } from "../templates/template-place.tsx";
import { goToItem } from "../timeline/go-to-item.ts";
import { ComposerFooter } from "./composer-footer.tsx";
import { ClosedDoor } from "./door-line.tsx";
import { DoorPicker } from "./door-picker.tsx";
import { takesText } from "./doors.ts";
import type { Mode } from "./draft-store.ts";
import { Editor } from "./editor.tsx";
import type { EditorHandle } from "./field.ts";
import { HeldNotice } from "./held-notice.tsx";
import { KeptDraft } from "./kept-draft.tsx";
import { useMakeNote } from "./make-note.ts";
import { ModeSwitch } from "./mode-switch.tsx";
import { Overtaken } from "./overtaken.tsx";
import { QuoteStrip } from "./quote-strip.tsx";
import { setQuoted } from "./quoted.ts";
import { Refusal } from "./refusal.tsx";
import { SignatureLine } from "./signature-line.tsx";
import { remaining } from "./text-length.ts";
import { tray } from "./tray.ts";
import { TrayList } from "./tray-list.tsx";
import { useCompose } from "./use-compose.ts";
import { useDoor } from "./use-door.ts";
import { useDraft } from "./use-draft.ts";
import { useDraftSync } from "./use-draft-sync.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { useMarkKeys } from "./use-mark-keys.ts";
import type { After } from "./use-send.ts";
import { useSendOnceKnown } from "./use-send-once-known.ts";
import { signed, useSignature } from "./use-signature.ts";
import { optionId } from "./use-suggestion.ts";
import { useTemplateOnly } from "./use-template-only.ts";

type Props = { conversationId: string; customer: Conversation["customer"] | null };

/** What a note can hold, as the API takes it. */
const noteLimit = { max: 20_000, unit: "characters" } as const;

/** Where agents write: replies to the customer, or notes to each other. */
export function Composer({ conversationId, customer }: Props) {
  const t = useTranslations("composer");
  const scheduleText = useTranslations("scheduled");
  const id = useId();
  const [mode, setMode] = useState<Mode>("reply");
  const [choosing, setChoosing] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const drafts = { reply: useDraft(conversationId, "reply"), note: useDraft(conversationId, "note") };
  useDraftSync(conversationId, drafts.reply);
  const { query, doors, door, choose } = useDoor(conversationId);
  const signature = useSignature(customer?.name ?? null, door?.channel);
  const compose = useCompose({ conversationId, mode, drafts, door, signature });
  const editor = useRef<EditorHandle>(null);
  const mayReply = useMay("reply");
  const { enterSends } = useOwnSettings();

  const draft = drafts[mode];
  const [typed, setTyped] = useState(0);
  const writing = useWriting(draft.text, typed);
  useBePresent(conversationId, writing ? (mode === "note" ? "note" : "typing") : "viewing");
  const emoji = useEmojiSuggestion(editor);
  const marks = mode === "reply" && door?.channel === "whatsapp";
  const markKeys = useMarkKeys(editor, marks);
  const templateSearch = useRef<HTMLInputElement>(null);
  const enter = (next: Mode) => {
    // Focus in the same turn, so that what is typed right after the key lands in the field.
    flushSync(() => setMode(next));
    (editor.current ?? templateSearch.current)?.focus();
  };
  useMakeNote((text) => {
    const before = drafts.note.text.trimEnd();
    drafts.note.set(before ? `${before}\n\n${text}` : text);
    enter("note");
  });
  useShortcut("reply", () => enter("reply"), mayReply);
  useShortcut("note", () => enter("note"), mayReply);

  const isNote = mode === "note";
  const takesFiles = !isNote && door !== undefined && door.allowed.includes("media");
  const onUse = useCannedFiles(conversationId, takesFiles);
  const canned = useCanned({ editor, text: draft.text, customerName: customer?.name ?? null, channel: (!isNote && door?.channel) || null, onUse });
  const mentions = useMentions(editor, isNote);
  const list = [mentions, canned.list, emoji].find(({ open }) => open);
  const addFiles = (files: File[]) => tray.add(conversationId, files);
  const dropping = useFileDrop(addFiles, mayReply && takesFiles);
  const limit = isNote ? noteLimit : door?.textLimit;
  const left = limit ? remaining(isNote ? draft.text : signed(draft.text, signature), limit) : null;
  const closed = !isNote && (!door || !takesText(door, Date.now()));
  const shut = closed && door !== undefined && door.state !== "blocked" && door.allowed.includes("template");
  const { collapsed, collapse } = useTemplateOnly(shut, () => document.activeElement?.matches("[data-testid=composer-input]") ?? false);
  const toTemplates = () => {
    flushSync(collapse);
    templateSearch.current?.focus();
  };
  const something = draft.text.trim() !== "" || (!isNote && compose.files.length > 0);
  const question = isNote ? null : findQuestion(draft.text);
  const ready = something && !closed && (left === null || left >= 0) && (isNote || !compose.uploading) && question === null;

  /** What a list hangs on, at the beginning of a word. */
  const insertSign = (sign: string) =>
    editor.current?.insert(/(^|\s)$/.test(draft.text.slice(0, editor.current.selection().start)) ? sign : ` ${sign}`);

  const send = (after: After, guard = true) => {
    if (question) canned.goToQuestion();
    if (!ready && something && !isNote && query.isPending) sendOnceKnown(after);
    if (!ready) return;
    if (isNote) compose.sendNote(after);
    else compose.sendReply(guard, after);
  };

  const sendOnceKnown = useSendOnceKnown(!query.isPending, send);

  if (!mayReply) return <p className="border-line border-t p-4 text-center text-muted">{t("viewersCannot")}</p>;
  const name = customer?.name ?? t("theCustomer");
  return (
    <section
      aria-label={isNote ? t("noteTitle") : t("replyTitle")}
      data-testid="composer"
      data-region="composer"
      data-mode={mode}
      className={cn(
        "relative shrink-0 border-t",
        isNote ? "border-note-line border-dashed bg-note text-note-fg" : "border-line bg-surface",
        "focus-within:shadow-[inset_0_2px_0_var(--c-accent)]",
        isNote && "focus-within:shadow-[inset_0_2px_0_var(--c-note-line)]",
      )}
    >
      {dropping && (
        <p className="pointer-events-none absolute inset-1 z-10 flex items-center justify-center rounded-panel border-2 border-accent border-dashed bg-selected font-medium text-accent-text">
          {t("files.drop")}
        </p>
      )}
      <PresenceBar conversationId={conversationId} />
      <div className="@container relative mx-auto max-w-[760px]">
        {list === mentions && <MentionList list={mentions} />}
        {list === canned.list && <CannedList canned={canned} />}
        {list === emoji && <EmojiList list={emoji} />}
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
        {!isNote && door && (
          <ClosedDoor conversationId={conversationId} door={door} doors={doors} onChoose={choose} onTemplate={collapsed ? null : toTemplates} />
        )}
        {!isNote && door && <HeldNotice door={door} />}
        {!isNote && query.isSuccess && !door && <p className="px-3 pb-1 text-warning">{t("noDoor")}</p>}
        <DraftConflict draft={draft} />
        {compose.refusal?.code === "conversation_changed" ? (
          <Overtaken
            error={compose.refusal}
            onReview={(id) => {
              drafts.reply.keeper.set({ sinceId: id });
              compose.dismiss();
              goToItem(id);
            }}
            onSendAnyway={() => send(null, false)}
            onDismiss={compose.dismiss}
          />
        ) : (
          compose.refusal && <Refusal error={compose.refusal} onDismiss={compose.dismiss} />
        )}
        {!isNote && compose.quoted && <QuoteStrip item={compose.quoted} usable={compose.quoteFits} onDrop={() => setQuoted(conversationId, null)} />}
        {collapsed && door ? (
          <>
            {draft.text.trim() !== "" && <KeptDraft text={draft.text} />}
            <TrayList place={conversationId} files={compose.files} />
            <TemplatePlace door={door} search={templateSearch} onSend={(template, values) => void compose.sendTemplate(template, values)} />
          </>
        ) : (
          <>
            {question && <OpenQuestion name={question.name} onGo={canned.goToQuestion} />}
            <Editor
              ref={editor}
              value={draft.text}
              onChange={(text) => {
                draft.set(text);
                setTyped((count) => count + 1);
              }}
              onSend={send}
              enterSends={enterSends}
              onFiles={takesFiles ? addFiles : null}
              label={isNote ? t("noteLabel") : t("replyLabel", { name })}
              placeholder={isNote ? t("notePlaceholder") : compose.files.length > 0 ? t("captionPlaceholder") : t("replyPlaceholder")}
              describedBy={`${id}-state`}
              onKey={(event) => mentions.onKey(event) || emoji.onKey(event) || canned.onKey(event) || markKeys.onKey(event)}
              onCaret={(text, caret) => {
                for (const { onCaret } of [mentions, canned.list, emoji]) onCaret(text, caret);
              }}
              list={list ? { id: list.listId, active: list.active >= 0 ? optionId(list.listId, list.active) : undefined } : null}
              marks={marks}
            />
            {!isNote && signature && <SignatureLine text={signature} />}
            {!isNote && <TrayList place={conversationId} files={compose.files} />}
            <ComposerFooter
              id={`${id}-state`}
              mode={mode}
              left={left}
              limit={limit}
              ready={ready}
              customerId={customer?.id ?? null}
              door={door}
              onInsert={(sentence) => {
                drafts.reply.set(drafts.reply.text ? `${drafts.reply.text.trimEnd()}\n\n${sentence}` : sentence);
                editor.current?.focus();
              }}
              tools={{
                field: () => editor.current?.element() ?? null,
                onFiles: addFiles,
                onEmoji: (emoji) => editor.current?.insert(emoji),
                onMark: marks ? markKeys.wrap : null,
                onTemplate: () => setChoosing(true),
                onCanned: () => insertSign("/"),
                onMention: isNote ? () => insertSign("@") : null,
              }}
              enterSends={enterSends}
              onSend={send}
              onLater={() => setScheduling(true)}
            />
          </>
        )}
      </div>
      {scheduling && door && (
        <ScheduleDialog
          title={scheduleText("title")}
          closesAt={door.expiresAt}
          busy={compose.scheduling}
          onPick={(at) => void compose.schedule(at).then(() => setScheduling(false))}
          onClose={() => setScheduling(false)}
        />
      )}
      {choosing && door && (
        <TemplateDialog
          door={door}
          onClose={() => setChoosing(false)}
          onSend={(template, values) => {
            setChoosing(false);
            void compose.sendTemplate(template, values);
          }}
        />
      )}
    </section>
  );
}
