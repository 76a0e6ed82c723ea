import type { MessageTemplate } from "@onethread/core/api";

export type TemplateField = MessageTemplate["fields"][number];

/** What was filled in, by the field's key: a text, or the file that was uploaded for it. */
export type FieldValues = Readonly<Record<string, string>>;

export const fieldKey = (field: TemplateField): string => `${field.component}.${field.index ?? ""}.${field.name}`;

const files: ReadonlySet<string> = new Set(["image", "video", "file"]);
/** Kinds a person can fill in here. */
const fillable: ReadonlySet<string> = new Set(["text", "payload", "code", "image", "video", "file", "location", "flow"]);

export const isFile = (field: TemplateField): boolean => files.has(field.kind);

/** Places the desk fills by itself, or that may stay empty, are not asked for. */
export const isAsked = (field: TemplateField): boolean => field.required;

/** Whether every place of the template can be filled in here. */
export const canFill = (template: MessageTemplate): boolean => template.fields.every((field) => !field.required || fillable.has(field.kind));

/** The places that still have nothing in them. */
export const missingFields = (template: MessageTemplate, values: FieldValues): TemplateField[] =>
  template.fields.filter(
    (field) => isAsked(field) && (field.kind === "location" ? !locationOf(values[fieldKey(field)]) : !values[fieldKey(field)]?.trim()),
  );

/** What the customer will read, as far as it is filled in; an empty place keeps its name. */
export function previewText(template: MessageTemplate, values: FieldValues): string {
  const texts = new Map(
    template.fields
      .filter((field) => field.kind === "text" && field.component !== "button")
      .map((field) => [`${field.name}`, values[fieldKey(field)]?.trim() ?? ""]),
  );
  return template.text.replaceAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (whole, name: string) => texts.get(name) || whole);
}

type Parameter = Record<string, unknown>;
export type FilledComponent = { type: TemplateField["component"]; index?: number; subType?: string; parameters: Parameter[] };

/** The template's parts with their values, as the API takes them. */
export function filledComponents(template: MessageTemplate, values: FieldValues): FilledComponent[] {
  const parts = new Map<string, FilledComponent>();
  for (const field of template.fields) {
    const parameter = parameterOf(field, values[fieldKey(field)]?.trim() ?? "");
    if (!parameter) continue;
    const key = `${field.component}.${field.index ?? ""}`;
    const part = parts.get(key) ?? {
      type: field.component,
      ...(field.index === null ? {} : { index: field.index }),
      ...(field.subType ? { subType: field.subType } : {}),
      parameters: [],
    };
    part.parameters.push(parameter);
    parts.set(key, part);
  }
  return [...parts.values()];
}

function parameterOf(field: TemplateField, value: string): Parameter | null {
  if (!value) return null;
  switch (field.kind) {
    case "text": {
      const named = field.component !== "button" && !/^\d+$/.test(field.name);
      return { type: "text", text: value, ...(named ? { name: field.name } : {}) };
    }
    case "payload":
      return { type: "payload", payload: value };
    case "code":
      return { type: "code", code: value };
    case "flow":
      return { type: "flow", token: value };
    case "image":
    case "video":
    case "file":
      return { type: field.kind, attachmentId: value };
    case "location": {
      const place = locationOf(value);
      return place && { type: "location", ...place };
    }
    default:
      return null;
  }
}

/** `52.5200, 13.4050, Shop name` as a place; null when it is none. */
export function locationOf(value: string | undefined): { latitude: number; longitude: number; name?: string } | null {
  const [latitude, longitude, ...name] = (value ?? "").split(",").map((part) => part.trim());
  if (!latitude || !longitude) return null;
  const [lat, long] = [Number(latitude), Number(longitude)];
  if (!(Math.abs(lat) <= 90 && Math.abs(long) <= 180)) return null;
  return { latitude: lat, longitude: long, ...(name.length > 0 ? { name: name.join(", ") } : {}) };
}
