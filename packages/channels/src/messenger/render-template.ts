import type { OutboundContent, PlatformCall, TemplateComponent, TemplateParameter } from "@onethread/core";
import { given, graphPath } from "../meta/graph-call.ts";

type Template = Extract<OutboundContent, { kind: "template" }>;
type Json = Record<string, unknown>;

/**
 * A utility message's template. All buttons share one component, in the order of the template.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages (13 March 2026)
 */
export function renderTemplate({ name, language, components }: Template): Json {
  const texts = components.filter((one) => one.type !== "button" && one.parameters.length > 0);
  const buttons = components.filter((one) => one.type === "button").toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const filled = [
    ...texts.map((one) => ({ type: one.type, parameters: one.parameters.map(textOf) })),
    ...(buttons.length === 0 ? [] : [{ type: "buttons", parameters: buttons.flatMap(buttonOf) }]),
  ];
  return { name, language: { code: language }, ...(filled.length === 0 ? {} : { components: filled }) };
}

function textOf(parameter: TemplateParameter): Json {
  if (parameter.type === "text") return given({ type: "text", parameter_name: parameter.name, text: parameter.text });
  // The page shows how a picture's template is made, not how its picture is replaced: this is WhatsApp's form, unverified.
  if (parameter.type === "image" && "url" in parameter) return { type: "image", image: { link: parameter.url } };
  throw new Error(`a template of Messenger takes no ${parameter.type}`);
}

const buttonOf = ({ subType, parameters }: TemplateComponent): Json[] =>
  parameters.map((parameter) => {
    const value = parameter.type === "text" ? parameter.text : parameter.type === "payload" ? parameter.payload : null;
    if (value === null) throw new Error(`a button of Messenger takes no ${parameter.type}`);
    return subType === "url" ? { type: "URL", url: value } : { type: "POSTBACK", payload: value };
  });

/**
 * A page of a Page's own templates. Which fields can be asked for is not documented, so none are: the answer has the
 * documented ones.
 * Source: https://developers.facebook.com/docs/graph-api/reference/page/message_templates/ (v25, 2026)
 */
export const renderTemplateList = ({ scope, after }: { scope: string; after: string | null }): PlatformCall => ({
  host: "facebook",
  method: "GET",
  path: `${graphPath([scope, "message_templates"])}?limit=100${after === null ? "" : `&after=${encodeURIComponent(after)}`}`,
});
