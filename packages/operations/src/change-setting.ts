import { type Actor, fail, type Result, type Right } from "@onethread/core";
import { forWorkspace, isUniqueViolation, type Tx } from "@onethread/db/client";
import type { News } from "@onethread/realtime";
import { allow, type Context, refuse, settled } from "./context.ts";

/** What all changes of one kind of setting share. `taken`: said where another one has the name. */
type Setting = { right: Right; news: News["kind"]; none: string; taken?: string };

/**
 * Creates, changes or deletes one thing in a workspace's settings, which `work` says in a transaction: who may, that it
 * is there (a row was written), that its name is free; told to everybody who sees it. `id`: UUID.
 */
export async function changeSetting(
  context: Context,
  actor: Actor,
  id: string,
  { right, news, none, taken }: Setting,
  work: (tx: Tx) => Promise<{ rowCount: number | null }>,
): Promise<Result<null>> {
  const refused = allow(actor, right);
  if (refused) return refused;
  try {
    const done = await settled(() =>
      forWorkspace(context.database, actor.workspaceId, async (tx) => {
        if ((await work(tx)).rowCount === 0) refuse("not_found", none);
        return null;
      }),
    );
    if (done.ok) await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: news, ids: [id] }]);
    return done;
  } catch (error) {
    if (taken && isUniqueViolation(error)) return fail("already_exists", taken, { errors: [{ pointer: "/name", detail: "is taken" }] });
    throw error;
  }
}
