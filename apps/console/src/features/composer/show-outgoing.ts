import type { Attachment, MessageTemplate, TimelineItem } from "@onethread/core/api";
import { type FieldValues, previewText } from "../templates/fill-template.ts";
import type { SendContent } from "./plan-messages.ts";

type Shown = Pick<TimelineItem, "content" | "attachments">;

/** What the timeline shows of a file or a text until the server has it. */
export function showOutgoing(content: SendContent, files: readonly Attachment[]): Shown {
  if (content.kind === "text") return { content: { kind: "text", text: content.text }, attachments: [] };
  if (!("attachmentId" in content)) return { content: { kind: content.kind, text: null }, attachments: [] };
  return {
    content: { kind: content.kind, text: content.caption ?? null },
    attachments: files.filter((file) => file.id === content.attachmentId),
  };
}

/** What the timeline shows of a template until the server has it. */
export function showTemplate(template: MessageTemplate, values: FieldValues): Shown {
  const buttons = template.buttons.map((title) => ({ kind: "reply" as const, title, payload: null, url: null }));
  return {
    content: {
      kind: "template",
      text: previewText(template, values),
      template: { type: "template", name: template.name, language: template.language },
      cards: [{ title: null, text: null, footer: null, imageUrl: null, url: null, buttons }],
    },
    attachments: [],
  };
}
