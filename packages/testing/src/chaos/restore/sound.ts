import type pg from "pg";

/** What Postgres' own inspector finds wrong in all tables and indexes of a database: each row, each index entry. */
export async function unsound(client: Pick<pg.ClientBase, "query">): Promise<string[]> {
  await client.query("CREATE EXTENSION IF NOT EXISTS amcheck");
  const relations = await client.query<{ name: string; kind: string }>(
    `SELECT c.oid::regclass::text AS name, c.relkind AS kind FROM pg_class c LEFT JOIN pg_am a ON a.oid = c.relam
     WHERE c.relpersistence = 'p' AND (c.relkind IN ('r', 't', 'm') OR (c.relkind = 'i' AND a.amname = 'btree'))`,
  );
  const wrong: string[] = [];
  for (const { name, kind } of relations.rows) {
    const sql = kind === "i" ? "SELECT bt_index_check($1::regclass, true)::text AS msg" : "SELECT msg FROM verify_heapam($1::regclass)";
    try {
      const { rows } = await client.query<{ msg: string | null }>(sql, [name]);
      for (const { msg } of rows) if (msg) wrong.push(`${name}: ${msg}`);
    } catch (error) {
      wrong.push(`${name}: ${(error as Error).message}`);
    }
  }
  return wrong;
}
