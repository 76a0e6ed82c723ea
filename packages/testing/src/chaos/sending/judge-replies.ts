/** One reply when everything has had its time: what is shown of it, and what the platform's record says. */
export type JudgedReply = {
  id: string;
  step: string;
  accepted: boolean;
  /** Its state on the timeline; null: it is not there. */
  shown: string | null;
  /** How often the platform took it. */
  taken: number;
  /** How often it reached the platform without a clear refusal: each of these may be a message in the customer's hand. */
  arrived: number;
};

export type Verdict = { lost: number; doubled: number; violations: string[] };

const gone = ["sent", "delivered", "read", "played"];

/**
 * At most one send per reply, exactly one unless it is shown as failed or unknown; and what the platform took and told
 * of is not left as unknown.
 */
export function judgeReplies(replies: readonly JudgedReply[]): Verdict {
  const doubled = replies.filter(({ arrived }) => arrived > 1).map((one) => `${nameOf(one)} reached the platform ${one.arrived} times`);
  const lost = replies.flatMap((one) => {
    if (one.accepted && one.shown === null) return [`${nameOf(one)} was accepted and is not there`];
    if (gone.includes(one.shown ?? "") && one.taken === 0) return [`${nameOf(one)} is shown as ${one.shown} and was never sent`];
    if (one.shown === "queued" || one.shown === "sending") return [`${nameOf(one)} is still ${one.shown}`];
    return [];
  });
  const wrong = replies.filter(({ taken, shown }) => taken > 0 && (shown === "unknown" || shown === "failed"));
  const unsettled = wrong.map((one) => `${nameOf(one)} went out, the platform told so, and it is shown as ${one.shown}`);
  return { lost: lost.length, doubled: doubled.length, violations: [...doubled, ...lost, ...unsettled] };
}

const nameOf = ({ id, step }: JudgedReply): string => `reply ${id}${step ? ` (${step})` : ""}`;
