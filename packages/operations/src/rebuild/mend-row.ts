import { forIngest, type Tx } from "@onethread/db/client";
import { findDoors, findEffects, readMessageRows } from "@onethread/db/read";
import {
  applyEffects,
  conversationsOf,
  lockNames,
  mendAttachments,
  mendDoor,
  mendEffect,
  mendIdentityName,
  mendItem,
  mendLogEntry,
  messageName,
  placeItem,
  readWholeAttachments,
  readWholeDoor,
  readWholeEffect,
  readWholeIdentity,
  readWholeItem,
  readWholeLogEntry,
  removeDouble,
} from "@onethread/db/write";
import type { Context } from "../context.ts";
import type { Rebuilt } from "./check-rebuild.ts";
import type { Difference } from "./difference.ts";
import type { Touched } from "./mend-people.ts";

type Of<Kind extends Difference["kind"]> = Extract<Difference, { kind: Kind }>;
type Sides = Pick<Rebuilt, "kept" | "rebuilt">;

/**
 * Writes what was made anew over what is kept, one row, under the lock a drain takes, and only when the row still is as
 * it was seen: what has changed meanwhile is looked at by the next check. Null: nothing was done.
 */
export function mendRow(context: Context, sides: Sides, one: Difference): Promise<Touched | null> {
  const { workspaceId } = one;
  if (workspaceId === null) return Promise.resolve(null);
  const inside = (work: (tx: Tx) => Promise<Touched | null>) => forIngest(context.database, work);
  switch (one.kind) {
    case "message":
      return inside((tx) => message(tx, sides, workspaceId, one));
    case "effect":
      return inside((tx) => effect(tx, sides, workspaceId, one));
    case "door":
      return inside((tx) => door(tx, sides, workspaceId, one));
    case "identity":
      return inside((tx) => identity(tx, sides, workspaceId, one));
    case "log":
      return inside((tx) => logEntry(tx, sides, workspaceId, one));
    default:
      return Promise.resolve(null);
  }
}

const same = (a: readonly { fields: unknown }[], b: readonly { fields: unknown }[]): boolean =>
  JSON.stringify(a.map((row) => row.fields)) === JSON.stringify(b.map((row) => row.fields));
const anew = <T>({ rebuilt }: Sides, read: (tx: Tx) => Promise<T>): Promise<T> => forIngest(rebuilt, read);

async function message(tx: Tx, sides: Sides, workspaceId: string, one: Of<"message">): Promise<Touched | null> {
  const { id, rebuiltId, channelAccountId, externalId } = one;
  if (id === null) return null;
  if (channelAccountId && externalId) await lockNames(tx, [messageName(channelAccountId, externalId)]);
  const before = await readMessageRows(sides.kept, workspaceId, [id]);
  if (!same(before, await readMessageRows(tx, workspaceId, [id]))) return null;
  const conversationIds = before.map((row) => row.conversationId);
  if (rebuiltId === null) return (await removeDouble(tx, workspaceId, id)) ? { workspaceId, conversationIds, customerIds: [] } : null;
  const row = await anew(sides, (other) => readWholeItem(other, workspaceId, rebuiltId));
  if (!row) return null;
  await mendItem(tx, workspaceId, id, row);
  if (one.fields.includes("files")) {
    const files = await anew(sides, (other) => readWholeAttachments(other, workspaceId, rebuiltId));
    await mendAttachments(tx, workspaceId, id, files);
  }
  if (one.fields.includes("identity") || one.fields.includes("conversation"))
    conversationIds.push(...(await placeItem(tx, workspaceId, id, row.key as { kind: string; scope: string; value: string })));
  return { workspaceId, conversationIds, customerIds: [] };
}

async function effect(tx: Tx, sides: Sides, workspaceId: string, one: Of<"effect">): Promise<Touched | null> {
  const key = { channelAccountId: one.channelAccountId, target: one.target, kind: one.effect, key: one.key };
  await lockNames(tx, [messageName(one.channelAccountId, one.target)]);
  if (!same(await findEffects(sides.kept, workspaceId, [key]), await findEffects(tx, workspaceId, [key]))) return null;
  await mendEffect(tx, workspaceId, key, await anew(sides, (other) => readWholeEffect(other, workspaceId, key)));
  const shown = await applyEffects(tx, [{ workspaceId, channelAccountId: one.channelAccountId, externalId: one.target }]);
  return { workspaceId, conversationIds: shown.map((row) => row.conversationId), customerIds: [] };
}

async function door(tx: Tx, sides: Sides, workspaceId: string, one: Of<"door">): Promise<Touched | null> {
  await lockNames(tx, [`${workspaceId}/${one.address}`]);
  if (!same(await findDoors(sides.kept, workspaceId, [one]), await findDoors(tx, workspaceId, [one]))) return null;
  const row = await anew(sides, (other) => readWholeDoor(other, workspaceId, one));
  const empty = { workspace_id: workspaceId, channel_account_id: one.channelAccountId, address: one.address };
  await mendDoor(tx, row ?? empty, row === null || one.problem === "missing" || one.fields.includes("held"));
  return { workspaceId, conversationIds: [], customerIds: [] };
}

async function identity(tx: Tx, sides: Sides, workspaceId: string, one: Of<"identity">): Promise<Touched | null> {
  const { id, rebuiltId } = one;
  if (id === null || rebuiltId === null) return null;
  await lockNames(tx, [`${workspaceId}/${one.key}`]);
  const [before, now] = [await readWholeIdentity(sides.kept, workspaceId, id), await readWholeIdentity(tx, workspaceId, id)];
  if (before?.display_name_at !== now?.display_name_at) return null;
  const row = await anew(sides, (other) => readWholeIdentity(other, workspaceId, rebuiltId));
  const customerId = row && (await mendIdentityName(tx, workspaceId, id, row));
  return customerId ? { workspaceId, customerIds: [customerId], conversationIds: await conversationsOf(tx, workspaceId, [customerId]) } : null;
}

async function logEntry(tx: Tx, sides: Sides, workspaceId: string, one: Of<"log">): Promise<Touched | null> {
  const row = one.problem === "different" ? await anew(sides, (other) => readWholeLogEntry(other, workspaceId, one)) : null;
  if (!row) return null;
  await mendLogEntry(tx, workspaceId, one, row);
  return { workspaceId, conversationIds: [], customerIds: [] };
}
