import pg from "pg";

const roles = ["onethread_app", "onethread_ingest"];

/** The SQL a database owner runs once where the login role may not create roles. */
const rolesSql = (login: string): string =>
  [...roles.map((role) => `CREATE ROLE ${role} NOLOGIN;`), `GRANT ${roles.join(", ")} TO ${pg.escapeIdentifier(login)};`].join("\n");

/**
 * Makes the two roles and grants them to the login role of `url`. Roles belong to the cluster, so another database or
 * another process may be doing the same: an advisory lock keeps them apart. Throws with the SQL to run where the login
 * role lacks the right.
 */
export async function prepareRoles(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(7210041)");
    const { rows } = await client.query<{ login: string; missing: string[]; ungranted: string[] }>(
      `SELECT session_user::text AS login,
         coalesce(array_agg(want) FILTER (WHERE r.rolname IS NULL), '{}') AS missing,
         coalesce(array_agg(want) FILTER (WHERE r.rolname IS NULL OR NOT pg_has_role(session_user, r.oid, 'SET')), '{}') AS ungranted
       FROM unnest($1::text[]) AS want LEFT JOIN pg_roles r ON r.rolname = want`,
      [roles],
    );
    const state = rows[0];
    if (!state) throw new Error("the database did not say who is signed in");
    try {
      for (const role of state.missing) await client.query(`CREATE ROLE ${role} NOLOGIN`);
      for (const role of state.ungranted) await client.query(`GRANT ${role} TO ${pg.escapeIdentifier(state.login)}`);
    } catch (error) {
      if ((error as { code?: string }).code !== "42501") throw error;
      throw new Error(`${state.login} may not create roles. Have the database's owner run:\n${rolesSql(state.login)}`);
    }
    const database = (await client.query<{ name: string }>("SELECT current_database() AS name")).rows[0]?.name ?? "";
    await client.query(`GRANT USAGE ON SCHEMA public TO ${roles.join(", ")}`);
    await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO ${roles.join(", ")}`);
  } finally {
    await client.end();
  }
}

/** Makes the database of `url` when the server lacks it. Answers whether it was made. */
export async function ensureDatabase(url: string): Promise<boolean> {
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return false;
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    return true;
  } finally {
    await client.end();
  }
}
