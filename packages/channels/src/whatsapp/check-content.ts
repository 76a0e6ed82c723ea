import type { ContentProblem, OutboundContent, Recipient } from "@onethread/core";
import { checkBytes, checkFile, checkPlace, checkTemplateForm, checkText, type Files, problem } from "../meta/check-parts.ts";
import { checkInteractive } from "./check-interactive.ts";
import { limits, stillStickerBytes } from "./limits.ts";

type Media = Extract<OutboundContent, { attachmentId: string }>;
type Template = Extract<OutboundContent, { kind: "template" }>;

/**
 * Everything WhatsApp would refuse about a content.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages and the pages
 * of each kind (2026)
 */
export function check(content: OutboundContent, files?: Files, to?: Recipient["kind"]): ContentProblem[] {
  // https://developers.facebook.com/documentation/business-messaging/whatsapp/groups (February 2026)
  if (to === "group" && content.kind === "interactive") return problem("/kind", "WhatsApp's groups take no interactive messages.");
  switch (content.kind) {
    case "text":
      return checkText("/text", "The text", content.text, limits.text.max);
    case "location":
      return checkPlace(content);
    case "template":
      return checkTemplate(content, files);
    case "interactive":
      return checkInteractive(content.interactive, files);
    default:
      return checkMedia(content, files);
  }
}

function checkMedia({ kind, attachmentId, caption }: Media, files: Files): ContentProblem[] {
  const place = { pointer: "/attachmentId", attachmentId, kind };
  return [
    ...checkFile(place, limits.files, files, "WhatsApp"),
    ...(kind === "sticker" ? checkStill(attachmentId, files) : []),
    ...(kind === "audio" || kind === "sticker" ? noCaption(caption) : checkText("/caption", "The caption", caption, 1024)),
  ];
}

/** Only when it is known to stand still: the larger limit of animated ones is checked with the type. */
function checkStill(attachmentId: string, files: Files): ContentProblem[] {
  const file = files?.get(attachmentId);
  if (file?.animated !== false || file.bytes > (limits.files.sticker?.maxBytes ?? 0)) return [];
  return checkBytes("/attachmentId", file.bytes, stillStickerBytes, "WhatsApp takes stickers that stand still");
}

const noCaption = (caption: string | undefined): ContentProblem[] =>
  caption === undefined ? [] : problem("/caption", "WhatsApp shows no text under audio and stickers. Send the text as a message of its own.");

function checkTemplate({ name, components }: Template, files: Files): ContentProblem[] {
  return [
    ...checkTemplateForm(name, components),
    ...components.flatMap((component, index) =>
      component.parameters.flatMap((parameter, place) =>
        "attachmentId" in parameter
          ? checkFile(
              { pointer: `/components/${index}/parameters/${place}`, attachmentId: parameter.attachmentId, kind: parameter.type },
              limits.files,
              files,
              "WhatsApp",
            )
          : [],
      ),
    ),
  ];
}
