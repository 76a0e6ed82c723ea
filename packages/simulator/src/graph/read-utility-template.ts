import type { Choice } from "../world/shown.ts";
import type { Template } from "../world/template.ts";
import { variablesIn } from "../world/templates.ts";
import { idOf, isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import type { MessagingOutgoing } from "./outgoing.ts";
import { refuse } from "./refusal.ts";

const bad = (message: string): never => refuse(graphFailures.parameter(message));

/**
 * A utility message of a Page. All buttons share one component.
 * Source: https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages (13 March 2026)
 */
export function readUtilityTemplate(templates: readonly Template[], sent: Wire): MessagingOutgoing {
  const name = idOf(sent, "name") ?? bad("The parameter message[template][name] is required");
  const language = idOf(sent.language, "code") ?? bad("The parameter message[template][language] is required");
  const template = templates.find((one) => one.name === name && one.language === language && one.status === "APPROVED");
  if (!template) return bad(`Message template ${name} does not exist in ${language} or is not approved`);
  const components = Array.isArray(sent.components) ? sent.components.filter(isRecord) : [];
  const valuesOf = (type: string): Wire[] =>
    components.filter((one) => one.type === type).flatMap((one) => (Array.isArray(one.parameters) ? (one.parameters as Wire[]) : []));
  const body = template.components.find((one) => one.type === "BODY")?.text ?? "";
  const wanted = variablesIn(body);
  const values = valuesOf("body");
  if (values.length !== wanted.length) bad(`Number of parameters (${values.length}) does not match the template (${wanted.length})`);
  const text = body.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, variable: string) => idOf(values[wanted.indexOf(variable)], "text") ?? "");
  const given = valuesOf("buttons");
  const buttons = template.components.find((one) => one.type === "BUTTONS")?.buttons ?? [];
  const choices = buttons.map((button, index): Choice => {
    const title = button.text ?? "";
    const value = given[index];
    if (button.type === "URL")
      return { key: `c${index}`, does: "link", title, value: (button.url ?? "").replace(/\{\{\w+\}\}/, idOf(value, "url") ?? "") };
    return { key: `c${index}`, does: "postback", title, value: idOf(value, "payload") ?? title };
  });
  const footer = template.components.find((one) => one.type === "FOOTER")?.text;
  return { text, shown: { footer, choices }, template: { category: template.category } };
}
