"use client";
import type { Door, MessageTemplate, TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { keys } from "../../api/keys.ts";
import { newId } from "../../api/new-id.ts";
import { cancelScheduled, scheduleMessage } from "../../api/scheduled-messages.ts";
import { mentionedIn } from "../mentions/mentioned-in.ts";
import { type FieldValues, filledComponents } from "../templates/fill-template.ts";
import type { Mode } from "./draft-store.ts";
import { planMessages, type SendContent } from "./plan-messages.ts";
import { setQuoted, useQuoted } from "./quoted.ts";
import { setRefusal, useRefusal } from "./refusals.ts";
import { showOutgoing, showTemplate } from "./show-outgoing.ts";
import { tray, useTray } from "./tray.ts";
import type { useDraft } from "./use-draft.ts";
import { type After, useSend } from "./use-send.ts";
import { signed } from "./use-signature.ts";

type Drafts = Record<Mode, ReturnType<typeof useDraft>>;
type Props = { conversationId: string; mode: Mode; drafts: Drafts; door: Door | undefined; signature: string };

/** Sends what the composer holds: files, words and the quote together, as the messages they become. */
export function useCompose({ conversationId, mode, drafts, door, signature }: Props) {
  const client = useQueryClient();
  const send = useSend(conversationId);
  const [scheduling, setScheduling] = useState(false);
  const files = useTray(conversationId);
  const quoted = useQuoted(conversationId);
  const refusal = useRefusal(conversationId, mode);
  const quoteFits = quoted !== null && door !== undefined && quotable(quoted, door);
  const uploading = files.some((one) => one.attachment === null);

  const dismiss = () => setRefusal(conversationId, mode, null);
  const sendNote = (after: After) => {
    const text = drafts.note.text.trim();
    drafts.note.clear();
    send.note(text, mentionedIn(client, text), after);
  };

  const attachments = files.flatMap((one) => (one.attachment ? [one.attachment] : []));
  const empty = () => {
    for (const one of files) tray.remove(conversationId, one);
    setQuoted(conversationId, null);
    drafts.reply.clear();
  };

  const sendReply = (guard: boolean, after: After) => {
    if (!door) return;
    const text = drafts.reply.text.trim();
    const { sinceId } = drafts.reply;
    const parts = planMessages(attachments, signed(text, signature), door.channel).map((content) => ({
      content,
      shown: showOutgoing(content, attachments),
      back: {
        text: carriesText(content) ? text : "",
        files: attachments.filter(({ id }) => "attachmentId" in content && content.attachmentId === id),
      },
    }));
    empty();
    send.reply(parts, { door, guard, sinceId, quoted: quoteFits ? quoted : null, after });
  };

  /** Resolves when the server has it, or has refused: then everything is still in the composer. */
  const schedule = async (at: Date): Promise<void> => {
    if (!door) return;
    setScheduling(true);
    dismiss();
    const { identityId, channelAccountId } = door;
    const made: string[] = [];
    try {
      // In their order: each a moment after the one before.
      for (const [index, content] of planMessages(attachments, signed(drafts.reply.text.trim(), signature), door.channel).entries()) {
        const replyToId = index === 0 && quoteFits ? quoted.id : undefined;
        const scheduledFor = new Date(at.getTime() + index).toISOString();
        const id = newId("message");
        made.push(id);
        await scheduleMessage(conversationId, { id, identityId, channelAccountId, content, replyToId, scheduledFor });
      }
      empty();
    } catch (error) {
      // All of it or nothing: it is still in the composer. What is not there need not be taken back.
      await Promise.allSettled(made.map(cancelScheduled));
      if (error instanceof ApiError) setRefusal(conversationId, "reply", error);
    } finally {
      setScheduling(false);
      await client.invalidateQueries({ queryKey: keys.scheduled(conversationId) });
    }
  };

  const sendTemplate = (template: MessageTemplate, values: FieldValues) => {
    if (!door) return;
    const content = {
      kind: "template",
      name: template.name,
      language: template.language,
      components: filledComponents(template, values),
    } as SendContent;
    setQuoted(conversationId, null);
    const part = { content, shown: showTemplate(template, values), back: { text: "", files: [] } };
    send.reply([part], { door, guard: false, sinceId: null, quoted: quoteFits ? quoted : null, after: null });
  };

  return { files, quoted, quoteFits, uploading, refusal, dismiss, sendNote, sendReply, sendTemplate, schedule, scheduling };
}

const carriesText = (content: SendContent): boolean => content.kind === "text" || ("caption" in content && content.caption !== undefined);

/** Only a message of the same channel account can be quoted there. */
const quotable = (item: TimelineItem, door: Door): boolean => item.channelAccountId === door.channelAccountId;
