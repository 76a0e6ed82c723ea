import type { ParsedItem } from "@onethread/core";
import { parseBody as parseInstagram } from "./instagram/index.ts";
import { parseBody as parseMessenger } from "./messenger/index.ts";
import { parseJson } from "./meta/parse-json.ts";
import { failed, parsedItem, skipped } from "./meta/parsed-item.ts";
import { arrayAt, isObject, type Json, textAt } from "./meta/read-keys.ts";
import { parseBody as parseWebchat } from "./webchat/index.ts";
import { parseBody as parseWhatsapp } from "./whatsapp/index.ts";

export type ParsedWebhook = { ok: true; items: ParsedItem[] } | { ok: false; reason: string };

type ParseBody = (body: Json, prefix: string) => ParsedItem[];

const objects: Record<string, ParseBody> = {
  whatsapp_business_account: parseWhatsapp,
  page: parseMessenger,
  instagram: parseInstagram,
  webchat: parseWebchat,
};

/**
 * What a stored body means, a webhook of Meta or what a visitor of a website did: one item for each message, status, change or event in it. Never throws; a broken
 * item never spoils its neighbours. `ok: false` only when the body as a whole cannot be understood.
 */
export function parseWebhook(raw: Uint8Array): ParsedWebhook {
  const json = parseJson(raw);
  if (json === undefined) return { ok: false, reason: "malformed_json" };
  const body = json.value;
  // Some samples of the documentation wrap the whole body in an array.
  if (Array.isArray(body)) {
    return { ok: true, items: body.flatMap((one: unknown, index) => parseWrapped(one, `[${index}]`)) };
  }
  const problem = problemOf(body);
  return problem === null ? { ok: true, items: parseBody(body as Json, "") } : { ok: false, reason: problem };
}

function parseWrapped(body: unknown, path: string): ParsedItem[] {
  const problem = problemOf(body);
  if (problem !== null) return [{ path, account: null, raw: body, outcome: failed(problem) }];
  return parseBody(body as Json, `${path}.`);
}

function problemOf(body: unknown): string | null {
  if (!isObject(body)) return "not_an_object";
  if (textAt(body, "object") === null) return "missing_key:object";
  return Array.isArray(body.entry) ? null : "missing_key:entry";
}

function parseBody(body: Json, prefix: string): ParsedItem[] {
  const name = textAt(body, "object") ?? "";
  const parse = Object.hasOwn(objects, name) ? objects[name] : undefined;
  if (parse) return parse(body, prefix);
  return arrayAt(body, "entry").map((entry, index) =>
    parsedItem({ path: `${prefix}entry[${index}]`, account: null }, entry, () => skipped("object_not_handled")),
  );
}
