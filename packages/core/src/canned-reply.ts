/**
 * The body of a canned reply is text with places to fill: `{{customer.first_name|there}}` is a variable with what stands
 * there where its value is not known; `{{?order number}}` is a question to whoever sends it.
 */
export const cannedVariables = ["customer.name", "customer.first_name", "agent.name", "agent.first_name", "workspace.name"] as const;
export type CannedVariable = (typeof cannedVariables)[number];

/** Values as far as they are known. */
export type CannedValues = Partial<Record<CannedVariable, string | null>>;

/** Where in a text a question stands: offsets in UTF-16 units, `end` exclusive. */
export type Question = { start: number; end: number; name: string };

const place = /\{\{\s*(\?)?([^{}|]*)(?:\|([^{}]*))?\}\}/g;
const question = /\{\{\s*\?([^{}]*)\}\}/g;

const isVariable = (name: string): name is CannedVariable => (cannedVariables as readonly string[]).includes(name);

/** The names in a body that are no variable: most often a slip of the pen. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(place)].flatMap(([, asks, name]) => (asks ? [] : [name?.trim() ?? ""]));
  return [...new Set(names)].filter((name) => !isVariable(name));
}

/** The text with its variables filled. What has neither value nor fallback becomes a question: nobody is sent an empty place. */
export function fillCannedBody(body: string, values: CannedValues): string {
  return body.replaceAll(place, (whole, asks: string | undefined, rawName: string, fallback: string | undefined) => {
    const name = rawName.trim();
    if (asks || !isVariable(name)) return whole;
    // A value is somebody's own name: what looks like a place in it must not be taken for one.
    const value = values[name]?.replaceAll(/[{}]/g, "").trim();
    return value || fallback?.trim() || `{{?${name}}}`;
  });
}

/** The first question that is still open at or after `from`, else the first of all. */
export function findQuestion(text: string, from = 0): Question | null {
  let first: Question | null = null;
  for (const match of text.matchAll(question)) {
    const found = { start: match.index, end: match.index + match[0].length, name: match[1]?.trim() ?? "" };
    if (found.start >= from) return found;
    first ??= found;
  }
  return first;
}

/** "Ada" of "Ada Lovelace"; null of nothing. */
export const firstName = (name: string | null | undefined): string | null => name?.trim().split(/\s+/)[0] || null;

/** "Orders/Returns" of " Orders / Returns/": how a folder is written. */
export const tidyFolder = (folder: string): string =>
  folder
    .split("/")
    .map((part) => part.trim())
    .filter(Boolean)
    .join("/");
