import type { Instance } from "../instance.ts";
import { until } from "../until.ts";

/** Waits until a webhook that came in after now has been worked off: everything on its way is alive. Answers the milliseconds. */
export async function untilProgress({ owner }: Instance, seconds = 60): Promise<number> {
  const since = new Date();
  return until(
    "webhooks are worked off again",
    async () =>
      (await owner.query("SELECT 1 FROM webhook_events WHERE state <> 'pending' AND (processed_at > $1 OR received_at > $1) LIMIT 1", [since]))
        .rowCount === 1,
    { seconds, every: 50 },
  );
}
