import type { ContentProblem, OutboundContent, SentFile, TemplateComponent } from "@onethread/core";
import type { FileKind, FileLimit } from "./channel-adapter.ts";

type Unit = "characters" | "bytes";
export type Files = ReadonlyMap<string, SentFile> | undefined;

export const problem = (pointer: string, detail: string): ContentProblem[] => [{ pointer, detail }];

const encoder = new TextEncoder();
const sizeOf = (text: string, unit: Unit): number => (unit === "bytes" ? encoder.encode(text).length : [...text].length);

/** An empty text, or one over the platform's limit, counted as the platform counts. An absent one is fine. */
export function checkText(pointer: string, what: string, text: string | undefined, max: number, unit: Unit = "characters"): ContentProblem[] {
  if (text === undefined) return [];
  if (text.trim() === "") return problem(pointer, `${what} is empty.`);
  const size = sizeOf(text, unit);
  return size > max ? problem(pointer, `${what} has ${number(size)} ${unit}; ${number(max)} are allowed.`) : [];
}

export const checkCount = (pointer: string, what: string, count: number, max: number): ContentProblem[] =>
  count > max ? problem(pointer, `There are ${count} ${what}; ${max} are allowed.`) : [];

/** Ids have to tell the choices apart. */
export function checkUnique(values: readonly { pointer: string; value: string }[], what: string): ContentProblem[] {
  const seen = new Set<string>();
  return values.flatMap(({ pointer, value }) => {
    if (seen.has(value)) return problem(pointer, `${what} "${value}" is there twice.`);
    seen.add(value);
    return [];
  });
}

/** A file's type and size. One that is not handed in is not judged. */
export function checkFile(
  { pointer, attachmentId, kind }: { pointer: string; attachmentId: string; kind: FileKind },
  limits: Partial<Record<FileKind, FileLimit>>,
  files: Files,
  platform: string,
): ContentProblem[] {
  const limit = limits[kind];
  const file = files?.get(attachmentId);
  if (!limit || !file) return [];
  const mime = (file.mime.split(";")[0] ?? "").trim().toLowerCase();
  const fits = limit.mimes === null || limit.mimes.some((one) => (one.endsWith("/") ? mime.startsWith(one) : one === mime));
  return [
    ...(fits
      ? []
      : problem(pointer, `${platform} takes ${kindName(kind)} as ${limit.names}, not as ${mime === "" ? "a file of unknown type" : mime}.`)),
    ...checkBytes(pointer, file.bytes, limit.maxBytes, `${platform} takes ${kindName(kind)}`),
  ];
}

export const checkBytes = (pointer: string, bytes: number, max: number, start: string): ContentProblem[] =>
  bytes > max ? problem(pointer, `${start} up to ${bytesName(max)}; this one has ${bytesName(bytes)}.`) : [];

const kindNames: Record<FileKind, string> = { image: "images", video: "videos", audio: "audio", file: "documents", sticker: "stickers" };
const kindName = (kind: FileKind): string => kindNames[kind];

const bytesName = (bytes: number): string => (bytes >= 1024 * 1024 ? `${round(bytes / 1024 / 1024)} MB` : `${round(bytes / 1024)} KB`);
/** Rounded up, so that what is too large never reads like the limit. */
const round = (value: number): string => String(Math.ceil(value * 10) / 10);
const number = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");

export function checkPlace({ latitude, longitude }: Extract<OutboundContent, { kind: "location" }>): ContentProblem[] {
  return [
    ...(Math.abs(latitude) <= 90 ? [] : problem("/latitude", "The latitude has to lie between -90 and 90.")),
    ...(Math.abs(longitude) <= 180 ? [] : problem("/longitude", "The longitude has to lie between -180 and 180.")),
  ];
}

/**
 * What is wrong with a template whatever it looks like: its name, and parts that can't be told apart.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview (2026)
 */
export function checkTemplateForm(name: string, components: readonly TemplateComponent[]): ContentProblem[] {
  const keys = components.map((one, index) => ({
    pointer: `/components/${index}`,
    value: one.type === "button" ? `button ${(one.index ?? 0) + 1}` : one.type,
  }));
  return [
    ...(/^[a-z0-9_]{1,512}$/.test(name) ? [] : problem("/name", "A template's name has only small letters, digits and underscores, at most 512.")),
    ...checkUnique(keys, "The part"),
    ...components.flatMap((one, index) =>
      one.type === "button" && one.index === undefined ? problem(`/components/${index}/index`, "Say which button it is, counted from 0.") : [],
    ),
  ];
}
