import { until } from "../../until.ts";
import type { Instance } from "../instance.ts";

/** Waits until one more webhook has been worked off than now: everything on its way is alive. Answers the milliseconds. */
export async function untilProgress({ owner }: Instance, seconds = 60): Promise<number> {
  let before: number | null = null;
  return until(
    "webhooks are worked off again",
    async () => {
      // By what is settled, not by times: clocks may be part of the harm.
      const { rows } = await owner.query<{ settled: number }>("SELECT count(*)::int AS settled FROM webhook_events WHERE state <> 'pending'");
      const settled = rows[0]?.settled ?? 0;
      before ??= settled;
      return settled > before;
    },
    { seconds, every: 100 },
  );
}
