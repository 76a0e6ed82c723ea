import { slugPattern } from "@onethread/core";
import type { WidgetSettings } from "@onethread/core/api";
import { freeName } from "./ordered.ts";

export type ProactiveRule = WidgetSettings["proactive"][number];
export const mostRules = 10;

/** A message that waits half a minute on a page: to whom it goes at once it is a nuisance. */
export const newRule = (others: readonly ProactiveRule[]): ProactiveRule => ({
  name: freeName(
    "message",
    others.map(({ name }) => name),
  ),
  enabled: true,
  text: {},
  when: { path: null, secondsOnPage: 30, scrolledPercent: null, leaving: false, onlyWhileOpen: true },
  cap: { times: 1, restDays: 14 },
});

/** What keeps a rule from being taken. */
export function ruleProblem({ text, when }: ProactiveRule): "text" | "path" | "trait" | null {
  if (Object.keys(text).length === 0) return "text";
  if (when.path !== null && !when.path.startsWith("/")) return "path";
  return when.trait && !slugPattern.test(when.trait.name) ? "trait" : null;
}
