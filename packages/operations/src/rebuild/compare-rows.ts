import type { Database, Tx } from "@onethread/db/client";
import { forIngest } from "@onethread/db/client";
import {
  type DoorRecord,
  type EffectRecord,
  findDoors,
  findEffects,
  findLog,
  findMessageRows,
  type LogRecord,
  type MessageRow,
  readDoorPage,
  readEffectPage,
  readLogPage,
  readMessagePage,
} from "@onethread/db/read";
import { type Difference, differingFields } from "./difference.ts";

/** The kept rows of one workspace beside those made anew, and where to say what differs. */
export type Comparison = {
  workspaceId: string;
  kept: Tx;
  rebuilt: Database;
  onDifference: (difference: Difference) => void;
  /** Counts what was compared. */
  count: (what: string, rows: number) => void;
};

export const pageSize = 500;

type Table<Row> = {
  what: string;
  page: (tx: Tx, workspaceId: string, after: Row | null, limit: number) => Promise<Row[]>;
  find: (tx: Tx, workspaceId: string, rows: readonly Row[]) => Promise<Row[]>;
  name: (row: Row) => string;
  /** `kept` or `rebuilt` is undefined where one side lacks the row. */
  compare: (kept: Row | undefined, rebuilt: Row | undefined) => Difference | null;
};

/** Both ways, page by page: what is kept against what was made anew, then what was made anew and is not kept. */
async function compareTable<Row>({ workspaceId, kept, rebuilt, onDifference, count }: Comparison, table: Table<Row>): Promise<void> {
  const note = (difference: Difference | null) => difference && onDifference(difference);
  for (let page = await table.page(kept, workspaceId, null, pageSize); page.length > 0; ) {
    const rows = page;
    const others = new Map((await forIngest(rebuilt, (tx) => table.find(tx, workspaceId, rows))).map((row) => [table.name(row), row]));
    for (const row of rows) note(table.compare(row, others.get(table.name(row))));
    count(table.what, rows.length);
    page = rows.length < pageSize ? [] : await table.page(kept, workspaceId, rows.at(-1) ?? null, pageSize);
  }
  const pageAnew = (after: Row | null) => forIngest(rebuilt, (tx) => table.page(tx, workspaceId, after, pageSize));
  for (let page = await pageAnew(null); page.length > 0; ) {
    const rows = page;
    const have = new Set((await table.find(kept, workspaceId, rows)).map(table.name));
    for (const row of rows) if (!have.has(table.name(row))) note(table.compare(undefined, row));
    page = rows.length < pageSize ? [] : await pageAnew(rows.at(-1) ?? null);
  }
}

const problemOf = (kept: unknown, rebuilt: unknown) => (rebuilt === undefined ? "extra" : kept === undefined ? "missing" : "different");
type Fields = { fields: Record<string, unknown> };
const fieldsOf = (kept: Fields | undefined, rebuilt: Fields | undefined) => (kept && rebuilt ? differingFields(kept.fields, rebuilt.fields) : []);
/** One side lacks it, or a field differs. */
const differs = (kept: Fields | undefined, rebuilt: Fields | undefined) => !kept || !rebuilt || fieldsOf(kept, rebuilt).length > 0;

/** Everything but people: messages and events, what became of them, doors, and what platforms said about accounts. */
export async function compareRows(comparison: Comparison): Promise<void> {
  const { workspaceId } = comparison;
  await compareTable<MessageRow>(comparison, {
    what: "messages and events",
    page: (tx, id, after, limit) => readMessagePage(tx, id, after?.id ?? null, limit),
    find: findMessageRows,
    name: (row) => (row.own ? row.id : row.externalId === null ? `?${row.id}` : `${row.channelAccountId}/${row.externalId}`),
    compare: (kept, rebuilt) => {
      const { own, channelAccountId, externalId } = (kept ?? rebuilt) as MessageRow;
      const place = { id: kept?.id ?? null, rebuiltId: rebuilt?.id ?? null, own, channelAccountId, externalId };
      return differs(kept, rebuilt)
        ? { kind: "message", workspaceId, problem: problemOf(kept, rebuilt), ...place, fields: fieldsOf(kept, rebuilt) }
        : null;
    },
  });
  await compareTable<EffectRecord>(comparison, {
    what: "receipts, edits, deletions and reactions",
    page: readEffectPage,
    find: findEffects,
    name: (row) => [row.channelAccountId, row.target, row.kind, row.key].join("\u0001"),
    compare: (kept, rebuilt) => {
      const { channelAccountId, target, kind: effect, key } = (kept ?? rebuilt) as EffectRecord;
      const place = { channelAccountId, target, effect, key };
      return differs(kept, rebuilt)
        ? { kind: "effect", workspaceId, problem: problemOf(kept, rebuilt), ...place, fields: fieldsOf(kept, rebuilt) }
        : null;
    },
  });
  await compareTable<DoorRecord>(comparison, {
    what: "doors",
    page: readDoorPage,
    find: findDoors,
    name: (row) => `${row.channelAccountId}/${row.address}`,
    compare: (kept, rebuilt) => compareDoor(workspaceId, kept, rebuilt),
  });
  await compareTable<LogRecord>(comparison, {
    what: "entries of channels' logs",
    page: readLogPage,
    find: findLog,
    name: (row) => [row.channelAccountId, row.eventId, row.path, row.position].join("/"),
    compare: (kept, rebuilt) => {
      const { channelAccountId, eventId, path, position } = (kept ?? rebuilt) as LogRecord;
      const place = { channelAccountId, eventId, path, position };
      return differs(kept, rebuilt)
        ? { kind: "log", workspaceId, problem: problemOf(kept, rebuilt), ...place, fields: fieldsOf(kept, rebuilt) }
        : null;
    },
  });
}

function compareDoor(workspaceId: string, kept: DoorRecord | undefined, rebuilt: DoorRecord | undefined): Difference | null {
  const { channelAccountId, address } = (kept ?? rebuilt) as DoorRecord;
  const silent = (door: DoorRecord | undefined) => !door || (Object.values(door.fields).every((value) => value === null) && door.heldAt === null);
  // A door nothing was said about is as good as none.
  if (silent(kept) && silent(rebuilt)) return null;
  const fields = fieldsOf(kept, rebuilt);
  // We took the thread ourselves, later than the last word of the platform: no webhook tells that.
  const takenByUs = kept?.heldAt && kept.heldBy === null && rebuilt?.heldAt && kept.heldAt > rebuilt.heldAt;
  if (kept && rebuilt && !takenByUs && (kept.heldBy !== rebuilt.heldBy || kept.heldAt !== rebuilt.heldAt)) fields.push("held");
  if (kept && rebuilt && fields.length === 0) return null;
  return { kind: "door", workspaceId, problem: problemOf(kept, rebuilt), channelAccountId, address, fields };
}
