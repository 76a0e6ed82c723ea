"use client";
import type { Door, MessageTemplate, TimelineItem } from "@onethread/core/api";
import { useState } from "react";
import type { ApiError } from "../../api/api-error.ts";
import { type FieldValues, filledComponents } from "../templates/fill-template.ts";
import type { Mode } from "./draft-store.ts";
import { planMessages, type SendContent } from "./plan-messages.ts";
import { setQuoted, useQuoted } from "./quoted.ts";
import { showOutgoing, showTemplate } from "./show-outgoing.ts";
import { tray, useTray } from "./tray.ts";
import type { useDraft } from "./use-draft.ts";
import { useSend } from "./use-send.ts";

type Drafts = Record<Mode, ReturnType<typeof useDraft>>;
type Props = { conversationId: string; drafts: Drafts; door: Door | undefined; onRefused: () => void };

/** Sends what the composer holds: files, words and the quote together, as the messages they become. */
export function useCompose({ conversationId, drafts, door, onRefused }: Props) {
  const { reply, note } = useSend(conversationId);
  const files = useTray(conversationId);
  const quoted = useQuoted(conversationId);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const quoteFits = quoted !== null && door !== undefined && quotable(quoted, door);
  const uploading = files.some((one) => one.attachment === null);

  const refused = (error: ApiError | null): boolean => {
    if (!error) return false;
    setRefusal(error);
    onRefused();
    return true;
  };

  const sendNote = async () => {
    const text = drafts.note.text.trim();
    drafts.note.clear();
    setRefusal(null);
    // The server said no: the words come back, unless something new was begun meanwhile.
    if (refused(await note(text))) drafts.note.restore(text, null);
  };

  const sendReply = async (guard: boolean) => {
    if (!door) return;
    const text = drafts.reply.text.trim();
    const { sinceId } = drafts.reply;
    const attachments = files.flatMap((one) => (one.attachment ? [one.attachment] : []));
    const contents = planMessages(attachments, text, door.channel);
    const replyToId = quoteFits ? quoted.id : undefined;
    drafts.reply.clear();
    for (const one of files) tray.remove(conversationId, one);
    setQuoted(conversationId, null);
    setRefusal(null);
    // One after the other, so that they arrive in this order; what comes after a refusal is not sent.
    for (const [index, content] of contents.entries()) {
      const first = index === 0;
      const error = await reply({
        content,
        shown: showOutgoing(content, attachments),
        door,
        replyToId: first ? replyToId : undefined,
        guard: guard && first,
        sinceId,
      });
      if (!refused(error)) continue;
      const left = contents.slice(index);
      tray.put(
        conversationId,
        files.filter((one) => left.some((other) => "attachmentId" in other && other.attachmentId === one.attachment?.id)),
      );
      if (left.some(carriesText)) drafts.reply.restore(text, sinceId);
      if (first) setQuoted(conversationId, quoted);
      return;
    }
  };

  const sendTemplate = async (template: MessageTemplate, values: FieldValues) => {
    if (!door) return;
    setRefusal(null);
    const content = {
      kind: "template",
      name: template.name,
      language: template.language,
      components: filledComponents(template, values),
    } as SendContent;
    const replyToId = quoteFits ? quoted.id : undefined;
    setQuoted(conversationId, null);
    refused(await reply({ content, shown: showTemplate(template, values), door, replyToId, guard: false, sinceId: null }));
  };

  return { files, quoted, quoteFits, uploading, refusal, dismiss: () => setRefusal(null), sendNote, sendReply, sendTemplate };
}

const carriesText = (content: SendContent): boolean => content.kind === "text" || ("caption" in content && content.caption !== undefined);

/** Only a message of the same channel account can be quoted there. */
const quotable = (item: TimelineItem, door: Door): boolean => item.channelAccountId === door.channelAccountId;
