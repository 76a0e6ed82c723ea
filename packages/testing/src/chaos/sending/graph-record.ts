import type { RunningSimulator } from "@onethread/simulator";

/** One send as it came to the platform. */
export type GraphCall = { at: number; account: string; answer: number | "hang" | "dropped"; externalId: string | null; content: string };

/** The platform's own record of what it was asked to send. */
export type GraphRecord = {
  calls(): readonly GraphCall[];
  /** Those of one reply: its id is in its text, or in what it carries along. */
  of(replyId: string): GraphCall[];
};

export function openGraphRecord({ simulator }: RunningSimulator): GraphRecord {
  const kept: GraphCall[] = [];
  const byReply = new Map<string, GraphCall[]>();
  // The simulator keeps only the newest ones.
  const harvest = () => {
    for (const call of simulator.calls.list()) {
      if (call.method !== "POST" || !call.path.endsWith("/messages")) continue;
      const one = {
        at: call.at,
        account: call.accountId ?? "",
        answer: call.answer,
        externalId: call.externalId,
        content: JSON.stringify(call.body),
      };
      kept.push(one);
      for (const id of new Set(one.content.match(/msg_[0-9a-z]{26}/g) ?? [])) byReply.set(id, [...(byReply.get(id) ?? []), one]);
    }
    simulator.calls.clear();
  };
  const timer = setInterval(harvest, 500);
  timer.unref();
  return {
    calls: () => {
      harvest();
      return kept;
    },
    of: (replyId) => {
      harvest();
      return byReply.get(replyId) ?? [];
    },
  };
}

/** A clear "no": nothing went out. Everything else may have. */
export const isRefused = ({ answer, externalId }: GraphCall): boolean =>
  externalId === null && typeof answer === "number" && answer >= 400 && answer !== 503;
