import { type Actor, type BusinessHours, isOpen, nextChange, toTypeId } from "@onethread/core";
import type { BusinessHoursRow } from "@onethread/core/api";
import { type Database, forWorkspace } from "../client/index.ts";

type Row = {
  id: string;
  name: string;
  time_zone: string;
  week: BusinessHours["week"];
  exceptions: BusinessHours["exceptions"];
  closed_until: Date | null;
  is_default: boolean;
  updated_at: Date;
  queues: { id: string; name: string }[] | null;
  rules: { id: string; name: string }[] | null;
};

function shown(row: Row, now: number): BusinessHoursRow {
  const { week, exceptions } = row;
  const hours: BusinessHours = { timeZone: row.time_zone, week, exceptions, closedUntil: row.closed_until?.toISOString() ?? null };
  const [open, change] = [isOpen(hours, now), nextChange(hours, now)];
  const at = change === null ? null : new Date(change).toISOString();
  return {
    ...hours,
    id: toTypeId("businessHours", row.id),
    name: row.name,
    isDefault: row.is_default,
    open,
    opensAt: open ? null : at,
    closesAt: open ? at : null,
    usedBy: [
      ...(row.queues ?? []).map(({ id, name }) => ({ kind: "queue" as const, id: toTypeId("queue", id), name })),
      ...(row.rules ?? []).map(({ id, name }) => ({ kind: "routing_rule" as const, id: toTypeId("routingRule", id), name })),
    ],
    updatedAt: row.updated_at.toISOString(),
  };
}

/** A workspace's business hours, the default first, with whether they are open at `now` and who uses them. */
export async function readBusinessHours(database: Database, actor: Actor, now: Date): Promise<BusinessHoursRow[]> {
  const { rows, rules } = await forWorkspace(database, actor.workspaceId, async (tx) => {
    const { rows } = await tx.query<Row>(
      `SELECT h.*, (SELECT json_agg(json_build_object('id', q.id, 'name', q.name) ORDER BY q.name) FROM queues q
         WHERE q.workspace_id = h.workspace_id AND q.business_hours_id = h.id) AS queues
       FROM business_hours h WHERE h.workspace_id = $1 ORDER BY h.is_default DESC, h.name`,
      [actor.workspaceId],
    );
    const { rows: rules } = await tx.query<{ id: string; name: string; condition: string }>(
      "SELECT id, name, condition::text FROM routing_rules WHERE workspace_id = $1 ORDER BY position, id",
      [actor.workspaceId],
    );
    return { rows, rules };
  });
  return rows.map((row) =>
    shown({ ...row, rules: rules.filter(({ condition }) => condition.includes(toTypeId("businessHours", row.id))) }, now.getTime()),
  );
}
