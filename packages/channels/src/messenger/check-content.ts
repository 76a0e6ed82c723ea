import type { ContentProblem, OutboundContent, TemplateParameter } from "@onethread/core";
import { checkTemplateForm, type Files, problem } from "../meta/check-parts.ts";
import { checkMessage } from "../meta/messaging/check-content.ts";
import { limits } from "./limits.ts";

type Template = Extract<OutboundContent, { kind: "template" }>;

/** Everything Messenger would refuse about a content. */
export const check = (content: OutboundContent, files?: Files): ContentProblem[] =>
  content.kind === "template" ? checkTemplate(content) : checkMessage(content, files, { name: "Messenger", limits });

/** Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages (13 March 2026) */
const checkTemplate = ({ name, components }: Template): ContentProblem[] => [
  ...checkTemplateForm(name, components),
  ...components.flatMap((component, index) =>
    component.parameters.flatMap((parameter, place) =>
      takes(component.type, parameter)
        ? []
        : problem(
            `/components/${index}/parameters/${place}`,
            "Messenger's templates take texts, an image by its address in the header, and links and payloads on buttons.",
          ),
    ),
  ),
];

const takes = (part: Template["components"][number]["type"], parameter: TemplateParameter): boolean =>
  parameter.type === "text" ||
  (part === "button" ? parameter.type === "payload" : part === "header" && parameter.type === "image" && "url" in parameter);
