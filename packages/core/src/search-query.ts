import { type Channel, channels } from "./identity.ts";
import { foldSaid, wordsOf } from "./search-fold.ts";

const statuses = ["open", "snoozed", "done"] as const;

/** What somebody typed into a search: words that all must be there, and what it shall be limited to. */
export type SearchQuery = {
  /** What is left when the filters are taken out, as typed. */
  text: string;
  /** Folded. A word is found where one begins with it; a run of a script without words anywhere. */
  words: string[];
  /** Folded; found as they stand. */
  phrases: string[];
  /** Of several values of one kind one must fit; of labels all. Names as typed. */
  from: string[];
  channel: Channel[];
  label: string[];
  assignee: string[];
  is: (typeof statuses)[number][];
  hasAttachment: boolean;
  /** Days, `2026-11-29`: from the beginning of `after`, up to the beginning of `before`. */
  after: string | null;
  before: string | null;
};

/** Filters one can write, in the order they are offered in. */
export const searchFilters = ["from", "channel", "label", "assignee", "is", "has", "before", "after"] as const;
export type SearchFilter = (typeof searchFilters)[number];

// A quotation mark that is not closed reaches to the end: that is what is there while one types.
const token = /(?<key>[a-z]+):(?:"(?<quoted>[^"]*)(?:"|$)|(?<bare>[^\s"]+))|"(?<phrase>[^"]*)(?:"|$)|(?<word>\S+)/giu;

/** Reads a search. What looks like a filter and is none is text. Never fails. */
export function parseSearch(given: string): SearchQuery {
  const query: SearchQuery = {
    text: "",
    words: [],
    phrases: [],
    from: [],
    channel: [],
    label: [],
    assignee: [],
    is: [],
    hasAttachment: false,
    after: null,
    before: null,
  };
  const texts: string[] = [];
  for (const { 0: whole, groups = {} } of given.matchAll(token)) {
    if (groups.key !== undefined && take(query, groups.key.toLowerCase(), (groups.quoted ?? groups.bare ?? "").trim())) continue;
    texts.push(whole);
    if (groups.phrase !== undefined) {
      const phrase = foldSaid(groups.phrase).text;
      if (phrase !== "") query.phrases.push(phrase);
    } else query.words.push(...wordsOf(foldSaid(whole).text));
  }
  query.text = texts.join(" ").replaceAll('"', " ").trim();
  query.words = [...new Set(query.words)];
  return query;
}

/** Takes a filter into the query; false: it is none. */
function take(query: SearchQuery, key: string, value: string): boolean {
  if (value === "") return false;
  const lower = value.toLowerCase();
  switch (key) {
    case "from":
    case "label":
    case "assignee":
      query[key].push(value);
      return true;
    case "channel":
      return addIf(query.channel, channels, lower);
    case "is":
      return addIf(query.is, statuses, lower);
    case "has":
      if (lower !== "attachment") return false;
      query.hasAttachment = true;
      return true;
    case "before":
    case "after":
      if (!isDay(value)) return false;
      query[key] = value;
      return true;
    default:
      return false;
  }
}

function addIf<T extends string>(list: T[], known: readonly T[], value: string): boolean {
  const found = known.find((one) => one === value);
  if (found) list.push(found);
  return found !== undefined;
}

const isDay = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

/** Whether only customers' messages, only colleagues' or only one's own are meant; else the name of somebody. */
export const fromWhom = (value: string): "customer" | "agent" | "me" | null => {
  const lower = value.toLowerCase();
  return lower === "customer" || lower === "agent" || lower === "me" ? lower : null;
};

/**
 * The digits of a telephone number or a part of it, as numbers are kept: without the zeros that are dialled first. null:
 * it is none.
 */
export function digitsOf(text: string): string | null {
  const trimmed = text.trim();
  if (!/^\+?[\d\s()./-]+$/.test(trimmed)) return null;
  const digits = trimmed.replace("(0)", "").replaceAll(/\D/g, "").replace(/^0+/, "");
  return digits.length >= 3 ? digits : null;
}
