import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { makeTemplateId } from "../wire/make-id.ts";
import type { Template, TemplatePart } from "../world/template.ts";
import { templatesOf } from "../world/templates.ts";
import { type Answer, isRecord, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";

const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });

/**
 * GET /{waba-id|page-id}/message_templates, a page at a time.
 * Source: https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/ (v25, 2026)
 */
export function listTemplates(simulator: Simulator, account: AccountConfig, query: Record<string, string>, address: string): Answer {
  const wanted = templatesOf(simulator.world, account).filter(
    (one) => (query.name === undefined || one.name.includes(query.name)) && (query.status === undefined || one.status === query.status.toUpperCase()),
  );
  const limit = Math.min(Math.max(Number(query.limit ?? 25) || 25, 1), 1_000);
  const from = query.after === undefined ? 0 : Number(Buffer.from(query.after, "base64").toString()) || 0;
  const page = wanted.slice(from, from + limit);
  const cursor = (index: number): string => Buffer.from(String(index)).toString("base64");
  const fields = query.fields?.split(",");
  const next = from + limit < wanted.length ? new URL(address) : null;
  next?.searchParams.set("after", cursor(from + limit));
  const data = page.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => key === "id" || fields === undefined || fields.includes(key))),
  );
  const paging = { cursors: { before: cursor(from), after: cursor(from + page.length) }, ...(next ? { next: next.href } : {}) };
  return { body: { data, ...(page.length > 0 ? { paging } : {}) } };
}

/** POST: a new template waits for its review. Source: …/whatsapp/templates (2026) */
export function createTemplate(simulator: Simulator, account: AccountConfig, body: Wire): Answer {
  const { name, language, category, components } = body;
  if (typeof name !== "string" || !/^[a-z0-9_]{1,512}$/.test(name))
    return refuse("Param name must be lower case letters, digits and underscores, at most 512.");
  if (typeof language !== "string") return refuse("The parameter language is required.");
  if (category !== "MARKETING" && category !== "UTILITY" && category !== "AUTHENTICATION")
    return refuse("Param category must be one of MARKETING, UTILITY, AUTHENTICATION.");
  const parts = Array.isArray(components)
    ? components.filter(isRecord).map((one) => ({ ...one, type: String(one.type).toUpperCase() }) as TemplatePart)
    : [];
  const text = parts.find((one) => one.type === "BODY")?.text;
  if (typeof text !== "string" || text === "") return refuse("The BODY component is required.");
  if ([...text].length > 1024) return refuse("The BODY is limited to 1024 characters.");
  if (/^\s*\{\{|\}\}\s*$/.test(text)) return refuse("Variables can't be at the start or end of the template.");
  const all = templatesOf(simulator.world, account);
  if (all.some((one) => one.name === name && one.language === language)) return refuse("Content in this language already exists.");
  const made: Template = {
    id: makeTemplateId(),
    name,
    language,
    status: "PENDING",
    category,
    parameter_format: String(body.parameter_format).toUpperCase() === "NAMED" ? "NAMED" : "POSITIONAL",
    quality_score: { score: "UNKNOWN" },
    rejected_reason: "NONE",
    components: parts,
  };
  all.push(made);
  simulator.world.changed(null);
  return { body: { id: made.id, status: made.status, category } };
}

export function deleteTemplate(simulator: Simulator, account: AccountConfig, name: string): Answer {
  const all = templatesOf(simulator.world, account);
  const kept = all.filter((one) => one.name !== name);
  if (kept.length === all.length) return refuse("Message template does not exist.");
  all.splice(0, all.length, ...kept);
  simulator.world.changed(null);
  return { body: { success: true } };
}
