import type { ContentProblem, Interactive, OutboundContent } from "@onethread/core";
import { checkCount, checkFile, checkText, checkUnique, type Files, problem } from "../meta/check-parts.ts";
import { limits } from "./limits.ts";

const { max, unit } = limits.text;
/** Ours: more fits on no phone. */
const [mostChoices, longestTitle, mostCards] = [13, 80, 10];

/** Everything a visitor's page would not show. */
export function check(content: OutboundContent, files?: Files): ContentProblem[] {
  switch (content.kind) {
    case "text":
      return checkText("/text", "The text", content.text, max, unit);
    case "template":
      return problem("/kind", "Web chat has no templates.");
    case "sticker":
      return problem("/kind", "Web chat takes no stickers. Send it as an image.");
    case "location":
      return problem("/kind", "Web chat has no locations to send. Send a link to a map instead.");
    case "interactive":
      return checkInteractive(content.interactive);
    default:
      return [
        ...checkFile({ pointer: "/attachmentId", attachmentId: content.attachmentId, kind: content.kind }, limits.files, files, "Web chat"),
        ...checkText("/caption", "The text", content.caption || undefined, max, unit),
      ];
  }
}

const at = "/interactive";

function checkInteractive(one: Interactive): ContentProblem[] {
  switch (one.type) {
    case "buttons":
      return [
        ...("header" in one && one.header && !("text" in one.header) ? problem(`${at}/header`, "Web chat shows no file above buttons.") : []),
        ...checkText(`${at}/text`, "The text", one.text, max, unit),
        ...checkChoices(`${at}/buttons`, one.buttons),
        ...checkUnique(
          one.buttons.map(({ id: value }, index) => ({ pointer: `${at}/buttons/${index}/id`, value })),
          "The id",
        ),
      ];
    case "quick_replies":
      return [
        ...checkText(`${at}/text`, "The text", one.text, max, unit),
        ...checkCount(`${at}/replies`, "choices", one.replies.length, mostChoices),
        ...one.replies.flatMap((reply, index) =>
          "ask" in reply
            ? problem(`${at}/replies/${index}`, "Web chat asks for no address by a button. Ask in words.")
            : checkText(`${at}/replies/${index}/title`, "The title", reply.title, longestTitle),
        ),
      ];
    case "link":
      return [...checkText(`${at}/text`, "The text", one.text, max, unit), ...checkText(`${at}/title`, "The title", one.title, longestTitle)];
    case "cards":
      return [
        ...checkText(`${at}/text`, "The text", one.text, max, unit),
        ...checkCount(`${at}/cards`, "cards", one.cards.length, mostCards),
        ...one.cards.flatMap((card, index) => checkText(`${at}/cards/${index}/title`, "The title", card.title, longestTitle)),
      ];
    default:
      return problem(`${at}/type`, "Web chat has none of these.");
  }
}

const checkChoices = (pointer: string, choices: readonly { title: string }[]): ContentProblem[] => [
  ...checkCount(pointer, "choices", choices.length, mostChoices),
  ...choices.flatMap(({ title }, index) => checkText(`${pointer}/${index}/title`, "The title", title, longestTitle)),
];
