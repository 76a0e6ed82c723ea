import { forEntrance } from "@onethread/db/client";
import { type Endpoint, type Knock, noteKnock as write } from "@onethread/db/write";
import type { Context } from "../context.ts";

/** Strangers may knock as often as they like; a door's row is written so often at most. Milliseconds. */
const every = 1000;
const written = new WeakMap<Context["database"], Map<string, number>>();

/** Notes what came to a door of webhooks, for the screen of who sets it up. Nothing hangs on it: a failure is passed over. */
export async function noteKnock(context: Context, endpoint: Endpoint, knock: Knock): Promise<void> {
  const times = written.get(context.database) ?? new Map<string, number>();
  written.set(context.database, times);
  const now = context.now();
  const key = `${endpoint} ${knock.kind} ${knock.refused === null}`;
  if (now.getTime() - (times.get(key) ?? 0) < every) return;
  times.set(key, now.getTime());
  try {
    const accounts = await forEntrance(context.database, (tx) => write(tx, endpoint, knock, now));
    await context.realtime.publish(accounts.map(({ workspaceId, id }) => ({ workspaceId, kind: "channel_account", ids: [id] })));
  } catch (error) {
    context.log.warn({ error: (error as Error).message }, "what came to a webhook's door could not be noted");
  }
}
