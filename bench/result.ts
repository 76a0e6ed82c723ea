/**
 * One figure of a benchmark. Only counts, bytes and ratios fail a run: they do not depend on the machine. Times and
 * rates are reported, with what they were aimed at.
 */
export type Result = {
  what: string;
  kind: "count" | "bytes" | "ratio" | "time" | "rate";
  unit: string;
  /** The median of the rounds. */
  value: number;
  /** The rounds, so that the spread can be seen; empty where there was one. */
  rounds: readonly number[];
  /** What it is aimed at; null: only reported. */
  goal: { at: "most" | "least"; value: number } | null;
  /** What else there is to say: rates, figures of the floor. */
  note: string;
};

export const isMet = ({ goal, value }: Result): boolean => goal === null || (goal.at === "most" ? value <= goal.value : value >= goal.value);

/** Whether missing it makes the command fail. */
export const isBinding = ({ kind }: Result): boolean => kind === "count" || kind === "bytes" || kind === "ratio";
