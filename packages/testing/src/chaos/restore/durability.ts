import { openDatabase } from "@onethread/db/client";
import { askOnce } from "./ask-once.ts";

/** Without these an answer 200 may be taken back by a power cut. */
const wanted = { fsync: "on", full_page_writes: "on", data_checksums: "on", synchronous_commit: "on" };

/** What of it is not so on the connection that takes webhooks in, or is set otherwise for a role of ours; in plain words. */
export async function weakDurability(databaseUrl: string): Promise<string[]> {
  const database = openDatabase({ url: databaseUrl, entranceConnections: 1 });
  try {
    const settings = await database.entrance.query<{ name: string; setting: string }>("SELECT name, setting FROM pg_settings WHERE name = ANY($1)", [
      Object.keys(wanted),
    ]);
    const found = new Map(settings.rows.map(({ name, setting }) => [name, setting]));
    const otherwise = await askOnce<{ who: string; what: string }>(
      databaseUrl,
      `SELECT coalesce(r.rolname, d.datname, 'everybody') AS who, setting AS what FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) AS setting
       LEFT JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase
       WHERE setting ~ '^(synchronous_commit|fsync|full_page_writes)=' AND d.datname IS NOT DISTINCT FROM coalesce(d.datname, current_database())
         AND coalesce(d.datname, current_database()) = current_database()`,
    );
    return [
      ...Object.entries(wanted).flatMap(([name, value]) => (found.get(name) === value ? [] : [`${name} is ${found.get(name)}, not ${value}`])),
      ...otherwise.rows.map(({ who, what }) => `${what} is set for ${who}`),
    ];
  } finally {
    await database.close();
  }
}
