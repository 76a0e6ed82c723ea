import { createHash } from "node:crypto";
import { renderBody, type VisitorAct } from "@onethread/channels";
import { forWorkspace, newId } from "@onethread/db/client";
import { noteVisitorWrote, type VisitorSessionRow, webhookInbox } from "@onethread/db/write";
import { doorbell } from "@onethread/jobs";
import type { Context } from "../context.ts";
import { newSession, type Visitor } from "./visitor.ts";

/** A ring is a write to the queue; while acts keep coming a drain runs, and nudges are what counts. Milliseconds. */
const ringEveryMs = 50;
const nudgeEveryMs = 4;

function openInbox(context: Context) {
  return {
    store: webhookInbox(context.database).store,
    ring: doorbell(() => context.jobs.enqueue("webhooks.drain", {}), ringEveryMs),
    nudge: doorbell(() => context.realtime.nudge(), nudgeEveryMs),
  };
}
const inboxes = new WeakMap<Context, ReturnType<typeof openInbox>>();

/** One for all of a process, so that acts that come together share a commit. */
function inboxOf(context: Context) {
  const inbox = inboxes.get(context) ?? openInbox(context);
  inboxes.set(context, inbox);
  return inbox;
}

/** What a visitor writes is kept from here on, with whom they are signed to be by now; that is told with their first word. */
export async function noteWrote(context: Context, visitor: Visitor): Promise<VisitorSessionRow> {
  const session = await forWorkspace(context.database, visitor.widget.workspaceId, (tx) => noteVisitorWrote(tx, newSession(context, visitor)));
  if (!visitor.session?.wroteAt) await tellIdentified(context, { ...visitor, session });
  return session;
}

/** What the business' server has signed of a visitor stands on the timeline once for each session. */
export async function tellIdentified(context: Context, visitor: Visitor): Promise<void> {
  const { session } = visitor;
  if (!session?.externalId) return;
  const facts = { ...session.person?.facts, customer: session.externalId };
  await storeAct(context, visitor, `identified.${session.id}`, { kind: "identified", facts });
}

/**
 * Stores what a visitor did, as a webhook is: committed before this answers, drained right after. The same id of the same
 * visitor again is nothing new, whatever else is in it.
 */
export async function storeAct(context: Context, { widget, claims, session }: Visitor, id: string, act: VisitorAct): Promise<void> {
  const at = context.now();
  const who = {
    id: claims.visitor,
    ...(session?.externalId ? { externalId: session.externalId } : {}),
    ...(session?.person?.name ? { name: session.person.name } : {}),
  };
  const { store, ring, nudge } = inboxOf(context);
  await store({
    id: newId(),
    receivedAt: at,
    endpointAccountId: widget.id,
    lane: widget.key,
    digest: createHash("sha256")
      .update(JSON.stringify(["webchat", widget.id, claims.visitor, id]))
      .digest(),
    body: renderBody(widget.key, { id, at: at.getTime(), visitor: who, ...act }),
  });
  ring();
  nudge();
}
