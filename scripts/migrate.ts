import { migrateDatabase } from "./instance/migrate-database.ts";
import { say } from "./instance/say.ts";

const url = process.env.DATABASE_URL;
if (!url) {
  process.stderr.write("Set DATABASE_URL to the database to migrate.\n");
  process.exit(1);
}
try {
  await migrateDatabase(url);
  say("The database is up to date.");
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
