import { formatOf, type ListedTemplate, type PlatformResponse } from "@onethread/core";
import type { TemplateList } from "./channel-adapter.ts";
import { arrayAt, idAt, isObject, type Json, objectAt, textAt } from "./read-keys.ts";
import { readRefusal, type SendDialect } from "./read-send-response.ts";

/**
 * A page of an account's templates. Rows without a name or a language are left out: they can't be sent.
 * Source: https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/ and
 * https://developers.facebook.com/docs/graph-api/reference/page/message_templates/ (v25, read November 2026)
 */
export function readTemplates(response: PlatformResponse, dialect: Omit<SendDialect, "idOf">): TemplateList {
  const refused = readRefusal(response, dialect);
  if (refused !== null) return { kind: "refused", error: refused.error };
  if (response.status !== 200 || !isObject(response.body) || !Array.isArray(response.body.data)) {
    const message = "The platform's list of templates could not be read.";
    return { kind: "refused", error: { code: `http_${response.status}`, class: "unknown", message, action: "Try again later.", detail: null } };
  }
  const paging = objectAt(response.body, "paging");
  // A last page has cursors as well, but no address of a next one.
  const next = textAt(paging, "next") === null ? null : idAt(objectAt(paging, "cursors"), "after");
  return { kind: "listed", templates: arrayAt(response.body, "data").flatMap((row) => (isObject(row) ? templateOf(row) : [])), next };
}

function templateOf(row: Json): ListedTemplate[] {
  const [externalId, name, language] = [idAt(row, "id"), textAt(row, "name"), textAt(row, "language")];
  if (externalId === null || !name || !language) return [];
  const components = arrayAt(row, "components");
  const reason = textAt(row, "rejected_reason");
  const format = textAt(row, "parameter_format")?.toLowerCase();
  return [
    {
      externalId,
      name,
      language,
      status: word(row, "status") ?? "unknown",
      category: word(row, "category"),
      quality: textAt(objectAt(row, "quality_score"), "score")?.toLowerCase() ?? word(row, "quality_score"),
      reason: reason === null || reason === "" || reason === "NONE" ? null : reason,
      format: format === "named" || format === "positional" ? format : formatOf(components),
      components,
    },
  ];
}

const word = (row: Json, key: string): string | null => textAt(row, key)?.toLowerCase() ?? null;
