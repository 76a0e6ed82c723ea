import { readdirSync } from "node:fs";
import path from "node:path";
import type { Database } from "./pools.ts";

const folder = path.join(import.meta.dirname, "../../../../prisma/migrations");

/** The migrations this version of the program was written for. */
const expected = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/**
 * Which of this version's migrations the database lacks. One that is under way or failed is lacking, too. Migrations of
 * a newer version do no harm: they only add.
 */
export async function missingMigrations(database: Database): Promise<string[]> {
  const { rows } = await database.entrance.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map(({ name }) => name));
  return expected().filter((name) => !applied.has(name));
}
