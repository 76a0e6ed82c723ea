import type { Choice, Shown } from "../world/shown.ts";
import type { Template, TemplatePart } from "../world/template.ts";
import { variablesIn } from "../world/templates.ts";
import { isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";
import type { FindFile, Outgoing } from "./outgoing.ts";
import { findWhatsappFile } from "./read-media.ts";
import { refuse, whatsappField } from "./refusal.ts";

/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (2026) */
const longestBody = 1024;

/** The template a send names; 132001 when it does not exist in the language or was not approved. */
export function findTemplate(templates: readonly Template[], template: Wire): Template {
  const name = whatsappField.text(template.name, "template['name']", { max: 512 }) ?? "";
  const code =
    whatsappField.text(isRecord(template.language) ? template.language.code : undefined, "template['language']['code']", { max: 20 }) ?? "";
  const found = templates.find((one) => one.name === name && one.language === code);
  if (!found || found.status === "PENDING" || found.status === "REJECTED") return refuse(graphFailures.templateMissing(name, code));
  if (found.status === "PAUSED") refuse(graphFailures.templatePaused);
  if (found.status === "DISABLED") refuse(graphFailures.templateDisabled);
  return found;
}

/** A template with its values, checked against how it was made. */
export async function readTemplate(template: Template, sent: Wire, files: FindFile): Promise<Outgoing> {
  const given = sent.components === undefined ? [] : whatsappField.list(sent.components, "template['components']", 20);
  const part = (type: TemplatePart["type"]) => template.components.find((one) => one.type === type);
  const valuesOf = (type: string): Wire[] =>
    given
      .filter((one) => String(one.type).toLowerCase() === type)
      .flatMap((one) => (Array.isArray(one.parameters) ? (one.parameters as Wire[]) : []));
  const header = part("HEADER");
  const { header: title, media, failure } = await headerOf(template, header, valuesOf("header"), files);
  const text = fill(template, part("BODY")?.text ?? "", valuesOf("body"), "body");
  if ([...text].length > longestBody) refuse(graphFailures.templateTooLong("body"));
  const shown: Shown = { header: title, media, footer: part("FOOTER")?.text, choices: buttonsOf(part("BUTTONS"), given) };
  return { text, shown, template: { category: template.category }, failsLater: failure ?? undefined };
}

async function headerOf(template: Template, header: TemplatePart | undefined, values: Wire[], files: FindFile) {
  const format = (header?.format ?? "TEXT").toLowerCase();
  if (!header || format === "text")
    return { header: header ? fill(template, header.text ?? "", values, "header") : undefined, media: undefined, failure: null };
  const [value] = values;
  if (!value) return refuse(graphFailures.templateFormat(`header: Format mismatch, expected ${header.format}, received UNKNOWN`));
  if (value.type !== format)
    return refuse(graphFailures.templateFormat(`header: Format mismatch, expected ${header.format}, received ${String(value.type).toUpperCase()}`));
  if (format === "location")
    return { header: `📍 ${String((value.location as Wire | undefined)?.name ?? "Location")}`, media: undefined, failure: null };
  const { file, failure } = await findWhatsappFile(format, whatsappField.record(value[format], format), files);
  return {
    header: undefined,
    media: file ? { id: file.id, kind: format as "image" | "video" | "document", name: file.name, mime: file.mime } : undefined,
    failure,
  };
}

/** Puts values in place of `{{…}}`. Their number has to be right, and named ones have to carry their name. */
function fill(template: Template, text: string, values: readonly Wire[], where: string): string {
  const wanted = variablesIn(text);
  if (values.length !== wanted.length) {
    refuse(
      graphFailures.templateCount(
        `${where}: number of localizable_params (${values.length}) does not match the expected number of params (${wanted.length})`,
      ),
    );
  }
  const named = template.parameter_format === "NAMED";
  const written = new Map(
    values.map((value, index) => {
      if (value.type !== "text" || typeof value.text !== "string" || value.text === "") {
        refuse(graphFailures.templateFormat(`${where}: component of type ${String(value.type)} is not text or is empty`));
      }
      const name = named ? value.parameter_name : wanted[index];
      if (typeof name !== "string" || !wanted.includes(name)) refuse(graphFailures.templateFormat(`${where}: Parameter name is missing or empty`));
      return [String(name), String(value.text)] as const;
    }),
  );
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => written.get(name) ?? "");
}

function buttonsOf(part: TemplatePart | undefined, given: readonly Wire[]): Choice[] | undefined {
  return part?.buttons?.map((button, index) => {
    const sent = given.find((one) => String(one.type).toLowerCase() === "button" && Number(one.index) === index);
    const [value] = Array.isArray(sent?.parameters) ? (sent.parameters as Wire[]) : [];
    const title = button.text ?? "Copy code";
    const key = `c${index}`;
    if (button.type === "URL") {
      const variable = variablesIn(button.url).length > 0;
      if (variable && typeof value?.text !== "string") refuse(graphFailures.missing(`Button at index ${index} of type Url requires a parameter`));
      return { key, does: "link", title, value: (button.url ?? "").replace(/\{\{\w+\}\}/, encodeURIComponent(String(value?.text ?? ""))) };
    }
    if (button.type === "COPY_CODE") {
      if (typeof value?.coupon_code !== "string") refuse(graphFailures.missing(`Button at index ${index} of type Copy Code requires a parameter`));
      return { key, does: "copy", title, value: String(value?.coupon_code) };
    }
    if (button.type === "FLOW") return { key, does: "flow", title, value: String((value?.action as Wire | undefined)?.flow_token ?? "unused") };
    if (button.type === "REQUEST_CONTACT_INFO") return { key, does: "contact", title, value: title };
    return { key, does: "template", title, value: typeof value?.payload === "string" ? value.payload : title };
  });
}
