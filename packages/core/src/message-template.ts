import type { ContentProblem } from "./outbound.ts";
import type { TemplateComponent, TemplateParameter } from "./outbound-content.ts";

/** A message template as the platform lists it. Words are lower case; `components` are the platform's own. */
export type ListedTemplate = {
  externalId: string;
  name: string;
  language: string;
  status: string;
  category: string | null;
  quality: string | null;
  reason: string | null;
  format: "positional" | "named";
  components: unknown[];
};

/** One thing a template wants filled in: what a form asks for, and what a request has to carry. */
export type TemplateField = {
  component: TemplateComponent["type"];
  /** Buttons only: which one, from 0. */
  index?: number | undefined;
  subType?: TemplateComponent["subType"];
  /** The placeholder: `1`, `2` or `order_id`; for other things their kind, e.g. `image`. */
  name: string;
  kind: TemplateParameter["type"];
  required: boolean;
  example: string | null;
};

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (from: unknown, key: string): string => (isObject(from) && typeof from[key] === "string" ? from[key] : "");
const listOf = (from: unknown, key: string): unknown[] => (isObject(from) && Array.isArray(from[key]) ? from[key] : []);
const typeOf = (component: unknown): string => textOf(component, "type").toLowerCase();
const partOf = (components: readonly unknown[], type: string): unknown => components.find((one) => typeOf(one) === type);
const buttonsOf = (components: readonly unknown[]): unknown[] => listOf(partOf(components, "buttons"), "buttons");

const placeholder = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const placeholdersIn = (text: string): string[] => [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => name))];

/** `named` as soon as one placeholder is not a number, for platforms that do not say it. */
export const formatOf = (components: readonly unknown[]): ListedTemplate["format"] =>
  ["header", "body"].some((type) => placeholdersIn(textOf(partOf(components, type), "text")).some((name) => !/^\d+$/.test(name)))
    ? "named"
    : "positional";

/**
 * What a template wants filled in, in the order it is read.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components (2026) and
 * https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/utility-messages (13 March 2026)
 */
export function templateFields({ components }: Pick<ListedTemplate, "components">): TemplateField[] {
  return [
    ...headerFields(partOf(components, "header")),
    ...textFields("body", partOf(components, "body")),
    ...buttonsOf(components).flatMap((button, index) => buttonFields(button, index)),
  ];
}

function headerFields(header: unknown): TemplateField[] {
  const format = textOf(header, "format").toLowerCase();
  const kinds: Record<string, TemplateParameter["type"]> = { image: "image", video: "video", document: "file", location: "location" };
  const kind = kinds[format];
  // A picture's header can have a text with placeholders as well (Messenger).
  const texts = textFields("header", header);
  return kind ? [{ component: "header", name: kind, kind, required: true, example: null }, ...texts] : texts;
}

function textFields(component: "header" | "body", part: unknown): TemplateField[] {
  const example = isObject(part) ? part.example : null;
  const first = listOf(example, `${component}_text`);
  const positional = Array.isArray(first[0]) ? first[0] : first;
  const named = listOf(example, `${component}_text_named_params`);
  return placeholdersIn(textOf(part, "text")).map((name, index) => {
    const given = named.find((one) => textOf(one, "param_name") === name);
    const value = given ? textOf(given, "example") : positional[/^\d+$/.test(name) ? Number(name) - 1 : index];
    return { component, name, kind: "text", required: true, example: typeof value === "string" && value !== "" ? value : null };
  });
}

function buttonFields(button: unknown, index: number): TemplateField[] {
  const field = (subType: TemplateField["subType"], kind: TemplateField["kind"], name: string, required: boolean): TemplateField[] => [
    { component: "button", index, subType, name, kind, required, example: exampleOf(button) },
  ];
  switch (typeOf(button)) {
    case "url": {
      const [name] = placeholdersIn(textOf(button, "url"));
      return name === undefined ? [] : field("url", "text", name, true);
    }
    // The code a person signs in with goes into the button as well.
    case "otp":
      return field("url", "text", "code", true);
    case "copy_code":
      return field("copy_code", "code", "code", true);
    case "postback": {
      const [name] = placeholdersIn(textOf(button, "payload"));
      return name === undefined ? [] : field("quick_reply", "payload", name, true);
    }
    case "quick_reply":
      return field("quick_reply", "payload", "payload", false);
    case "flow":
      return field("flow", "flow", "token", false);
    case "catalog":
      return field("catalog", "payload", "product", false);
    case "mpm":
      return field("mpm", "products", "products", true);
    default:
      return [];
  }
}

function exampleOf(button: unknown): string | null {
  const example = isObject(button) ? button.example : null;
  const value = Array.isArray(example) ? example[0] : isObject(example) ? example.url_suffix_example : example;
  return typeof value === "string" && value !== "" ? value : null;
}

/** What a template reads like with these values: for a preview and for the timeline. Unfilled placeholders stay. */
export function describeTemplate(
  components: readonly unknown[],
  values: readonly TemplateComponent[],
): { text: string; buttons: string[]; placeholders: TemplateField[] } {
  const filled = (type: "header" | "body"): string => fill(textOf(partOf(components, type), "text"), parametersOf(values, type));
  const text = [filled("header"), filled("body"), textOf(partOf(components, "footer"), "text")].filter((part) => part !== "").join("\n\n");
  const buttons = buttonsOf(components).map((button) => textOf(button, "text"));
  return { text, buttons: buttons.filter((title) => title !== ""), placeholders: templateFields({ components: [...components] }) };
}

const parametersOf = (values: readonly TemplateComponent[], type: TemplateComponent["type"]): TemplateParameter[] =>
  values.filter((one) => one.type === type).flatMap((one) => one.parameters);

function fill(text: string, parameters: readonly TemplateParameter[]): string {
  const texts = parameters.filter((one) => one.type === "text");
  const order = placeholdersIn(text);
  return text.replaceAll(placeholder, (whole, name: string) => {
    const byName = texts.find((one) => one.name === name);
    const byPlace = texts.some((one) => one.name !== undefined) ? undefined : texts[/^\d+$/.test(name) ? Number(name) - 1 : order.indexOf(name)];
    return (byName ?? byPlace)?.text ?? whole;
  });
}

/**
 * What is wrong with filling this template like this, before the platform says so: it may not be sent now, something is
 * missing, there is too much, or it is of the wrong kind. Pointers go into the content of the message.
 */
export function checkTemplate(listed: ListedTemplate, values: readonly TemplateComponent[]): ContentProblem[] {
  const fields = templateFields(listed);
  const problems: ContentProblem[] = [];
  if (listed.status !== "approved")
    problems.push({ pointer: "/name", detail: `The template "${listed.name}" can't be sent: its status is ${listed.status.replaceAll("_", " ")}.` });
  const keyOf = (one: { type: TemplateComponent["type"]; index?: number | undefined }): string =>
    one.type === "button" ? `button ${one.index ?? 0}` : one.type;
  for (const key of new Set([...fields.map((field) => keyOf({ type: field.component, index: field.index })), ...values.map(keyOf)])) {
    const wanted = fields.filter((field) => keyOf({ type: field.component, index: field.index }) === key);
    const at = values.findIndex((one) => keyOf(one) === key);
    problems.push(...checkPart(listed, nameOf(key), wanted, values[at]?.parameters ?? [], at === -1 ? "/components" : `/components/${at}`));
  }
  return problems;
}

const nameOf = (key: string): string => (key.startsWith("button") ? `button ${Number(key.slice(7)) + 1}` : `the ${key}`);

function checkPart(
  listed: ListedTemplate,
  part: string,
  wanted: readonly TemplateField[],
  given: readonly TemplateParameter[],
  pointer: string,
): ContentProblem[] {
  if (wanted.length === 0)
    return given.length === 0 ? [] : [{ pointer, detail: `The template "${listed.name}" has nothing to fill in for ${part}.` }];
  const named = listed.format === "named" && wanted.some((field) => field.kind === "text" && field.component !== "button");
  const matched = wanted.map((field, index) =>
    named && field.kind === "text" ? given.findIndex((one) => nameIn(one) === field.name) : index < given.length ? index : -1,
  );
  const problems: ContentProblem[] = [];
  for (const [index, field] of wanted.entries()) {
    const place = matched[index] ?? -1;
    const parameter = given[place];
    if (parameter === undefined) {
      if (field.required) problems.push({ pointer, detail: `The value of "${field.name}" is missing in ${part}.` });
    } else if (!fits(field, parameter)) {
      problems.push({
        pointer: `${pointer}/parameters/${place}`,
        detail: `"${field.name}" in ${part} takes ${a(field.kind)}, not ${a(parameter.type)}.`,
      });
    } else if (parameter.type === "text" && parameter.text.trim() === "") {
      problems.push({ pointer: `${pointer}/parameters/${place}`, detail: `The value of "${field.name}" in ${part} is empty.` });
    }
  }
  const extra = given.flatMap((_, index) => (matched.includes(index) ? [] : [index]));
  return [
    ...problems,
    ...extra.map((index) => ({
      pointer: `${pointer}/parameters/${index}`,
      detail: `The template "${listed.name}" has no place for this value in ${part}.`,
    })),
  ];
}

const nameIn = (parameter: TemplateParameter): string | undefined => (parameter.type === "text" ? parameter.name : undefined);

/** A button's text and its payload are the same to the person who fills it in. */
const fits = (field: TemplateField, parameter: TemplateParameter): boolean =>
  field.kind === parameter.type ||
  (field.component === "button" && ["text", "payload"].includes(field.kind) && ["text", "payload"].includes(parameter.type));

const words: Record<TemplateParameter["type"], string> = {
  text: "a text",
  image: "an image",
  video: "a video",
  file: "a document",
  location: "a location",
  payload: "a payload",
  code: "a code",
  flow: "a flow",
  products: "a list of products",
};
const a = (kind: TemplateParameter["type"]): string => words[kind];
