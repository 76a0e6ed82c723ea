import pg from "pg";

/** Each in the order of its customers, so that no row comes before what it refers to. */
const tables = {
  customers: "SELECT row_to_json(t) AS row FROM customers t ORDER BY t.id",
  conversations: "SELECT row_to_json(t) AS row FROM conversations t ORDER BY t.customer_id",
  identities: "SELECT row_to_json(t) AS row FROM identities t ORDER BY t.customer_id",
  cases: "SELECT row_to_json(t) AS row FROM cases t JOIN conversations v ON v.id = t.conversation_id ORDER BY v.customer_id",
  items: "SELECT row_to_json(t) AS row FROM items t JOIN conversations v ON v.id = t.conversation_id ORDER BY v.customer_id, t.seq",
  doors: "SELECT row_to_json(t) AS row FROM doors t",
  webhook_items: "SELECT row_to_json(t) AS row FROM webhook_items t",
} as const;
const names = Object.keys(tables) as (keyof typeof tables)[];

/**
 * The ceiling for draining: the very rows a drain has written, put into a second database of the same schema (same
 * indexes, keys and durability) by set-based INSERTs of `batch` rows, without any logic. Answers messages per second.
 */
export async function insertCeiling(fromUrl: string, toUrl: string, batch: number): Promise<number> {
  const from = new pg.Client({ connectionString: fromUrl });
  const to = new pg.Client({ connectionString: toUrl });
  await Promise.all([from.connect(), to.connect()]);
  try {
    const base = await from.query("SELECT row_to_json(w) AS row FROM workspaces w");
    await insert(
      to,
      "workspaces",
      base.rows.map((one) => one.row),
    );
    await insert(
      to,
      "channel_accounts",
      (await from.query("SELECT row_to_json(a) AS row FROM channel_accounts a")).rows.map((one) => one.row),
    );
    const rows = new Map<string, unknown[]>();
    for (const name of names)
      rows.set(
        name,
        (await from.query(tables[name])).rows.map((one) => one.row),
      );
    const events = (await from.query("SELECT id, body FROM webhook_events")).rows;
    const messages = rows.get("items")?.length ?? 0;
    const started = performance.now();
    for (let first = 0; first < messages; first += batch) {
      await to.query("BEGIN");
      for (const name of names) await insert(to, name, (rows.get(name) ?? []).slice(first, first + batch));
      await to.query("UPDATE webhook_events SET state = 'processed' WHERE id = ANY($1::uuid[])", [
        events.slice(first, first + batch).map((event) => event.id),
      ]);
      await to.query("COMMIT");
    }
    return messages / ((performance.now() - started) / 1000);
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

async function insert(client: pg.Client, table: string, rows: unknown[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${table}, $1::json) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
