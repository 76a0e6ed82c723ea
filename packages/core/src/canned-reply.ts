/**
 * The body of a canned reply is text with places to fill: `{{customer.first_name|there}}` is a variable with what stands
 * there where its value is not known; `{{?order number}}` is a question to whoever sends it.
 */
export const cannedVariables = ["customer.name", "customer.first_name", "agent.name", "agent.first_name", "workspace.name"] as const;
export type CannedVariable = (typeof cannedVariables)[number];

/** Values as far as they are known. */
export type CannedValues = Partial<Record<CannedVariable, string | null>>;

/** A place that is still to be filled in, and where in a text it stands: offsets in UTF-16 units, `end` exclusive. */
export type Question = { start: number; end: number; name: string };

const place = /\{\{\s*(\?)?([^{}|]*)(?:\|([^{}]*))?\}\}/g;

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

/**
 * All that is still open in a text, in its order: questions, and variables nobody has filled (pasted, or from a draft that
 * a program wrote). Other words in double braces may well be meant for the customer.
 */
export function findQuestions(text: string): Question[] {
  return [...text.matchAll(place)].flatMap((match) => {
    const [whole, asks, rawName = "", rest] = match;
    const name = rawName.trim();
    if (!asks && !isVariable(name)) return [];
    return [{ start: match.index, end: match.index + whole.length, name: asks && rest !== undefined ? `${name}|${rest}` : name }];
  });
}

/** The first question that is still open at or after `from`, else the first of all. */
export function findQuestion(text: string, from = 0): Question | null {
  const all = findQuestions(text);
  return all.find(({ start }) => start >= from) ?? all[0] ?? null;
}

/** The place that `offset` stands strictly inside of. */
export const questionAround = (text: string, offset: number): Question | null =>
  findQuestions(text).find(({ start, end }) => start < offset && offset < end) ?? null;

/**
 * Where to go from a selection to the next question (`step` 1) or the one before (-1). From a question that is selected
 * the walk ends at the last one, and at the first: nobody is held in a field by its questions.
 */
export function nextQuestion(text: string, selected: { start: number; end: number }, step: 1 | -1): Question | null {
  const all = findQuestions(text);
  const at = all.findIndex(({ start, end }) => start === selected.start && end === selected.end);
  if (at >= 0) return all[at + step] ?? null;
  const found = step === 1 ? all.find(({ start }) => start >= selected.end) : all.findLast(({ end }) => end <= selected.start);
  return found ?? (step === 1 ? all[0] : all.at(-1)) ?? null;
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
