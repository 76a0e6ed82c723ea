import type { Evidence } from "../evidence.ts";

const gone = ["sent", "delivered", "read", "played"];

/** I5: the platform saw each reply at most once; exactly once unless it is shown as failed or unknown. */
export function sentOnce({ replies }: Pick<Evidence, "replies">): string[] {
  return replies.flatMap(({ id, accepted, shown, seen, told }) => {
    if (seen > 1) return [`reply ${id} was sent ${seen} times`];
    if (seen === 0 && gone.includes(shown ?? "")) return [`reply ${id} is shown as ${shown} and was never sent`];
    if (accepted && shown === null) return [`reply ${id} was accepted and is not there`];
    const proven = told === "delivered" || told === "read";
    if (seen === 1 && shown === "failed" && proven) return [`reply ${id} is shown as failed and has arrived`];
    return [];
  });
}
