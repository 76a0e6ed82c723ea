import type { VisitorConfig } from "@onethread/core/api";
import type { Fields } from "../fields-of.ts";

export type Rule = VisitorConfig["proactive"][number];
type Hours = VisitorConfig["hours"];

/** How the visitor is on the page now. */
export type Situation = {
  path: string;
  secondsOnPage: number;
  scrolledPercent: number;
  /** On the way out of the window, by a mouse. */
  leaving: boolean;
  open: boolean;
  /** What the page says of them. */
  fields: Fields;
};

/** Of each offer by its name: how often it was shown, when last, and what became of it. Milliseconds. */
type Seen = { times: number; at: number; away?: number; took?: number };
export type AllSeen = Record<string, Seen>;

const day = 86_400_000;

/** The first offer whose conditions are all met, and that this visitor has not seen too often or sent away lately. */
export const chooseOffer = (rules: readonly Rule[], situation: Situation, seen: AllSeen, now: number): Rule | null =>
  rules.find((rule) => isMet(rule, situation) && mayShow(rule, Object.hasOwn(seen, rule.name) ? seen[rule.name] : undefined, now)) ?? null;

const isMet = ({ when }: Rule, { path, secondsOnPage, scrolledPercent, leaving, open, fields }: Situation): boolean =>
  (when.path === null || path.startsWith(when.path)) &&
  (when.secondsOnPage === null || secondsOnPage >= when.secondsOnPage) &&
  (when.scrolledPercent === null || scrolledPercent >= when.scrolledPercent) &&
  (!when.leaving || leaving) &&
  (!when.onlyWhileOpen || open) &&
  (!when.trait || hasTrait(when.trait, fields));

function hasTrait({ name, is, atLeast }: NonNullable<Rule["when"]["trait"]>, fields: Fields): boolean {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (value === undefined || value === "") return false;
  // What is no number is neither more nor less.
  return (is === null || String(value) === is) && (atLeast === null || Number(value) >= atLeast);
}

const mayShow = ({ cap }: Rule, seen: Seen | undefined, now: number): boolean =>
  seen === undefined || (seen.times < cap.times && (seen.away === undefined || now - seen.away >= cap.restDays * day));

/** Whether somebody is there now: what was told may be older than the change it tells of. */
export const isOpenAt = (hours: Hours, now: number): boolean => {
  if (hours === null) return true;
  const change = hours.open ? hours.closesAt : hours.opensAt;
  return change !== null && now >= Date.parse(change) ? !hours.open : hours.open;
};

export const noteShown = (seen: AllSeen, name: string, now: number): AllSeen => ({
  ...seen,
  [name]: { times: (Object.hasOwn(seen, name) ? (seen[name]?.times ?? 0) : 0) + 1, at: now },
});
export const noteAway = (seen: AllSeen, name: string, now: number): AllSeen => note(seen, name, { away: now });
export const noteTook = (seen: AllSeen, name: string, now: number): AllSeen => note(seen, name, { took: now });

const note = (seen: AllSeen, name: string, what: Partial<Seen>): AllSeen => {
  const one = Object.hasOwn(seen, name) ? seen[name] : undefined;
  return one ? { ...seen, [name]: { ...one, ...what } } : seen;
};

/** As it was kept; what somebody else left there is nothing. */
export function readSeen(text: string | null): AllSeen {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(Object.entries(read as AllSeen).filter(([, one]) => typeof one?.times === "number" && typeof one.at === "number"));
  } catch {
    return {};
  }
}
