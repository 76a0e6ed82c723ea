import { readFileSync } from "node:fs";
import path from "node:path";
import { sleep } from "../../until.ts";
import type { Instance } from "../instance.ts";

/** How long is listened before and after `work`: what goes on anyway is taken off. Milliseconds. */
const quiet = 2000;

/**
 * How many statements reach Postgres because of `work`: it writes each into its log meanwhile, without its values. What
 * workers ask every few seconds anyway is subtracted, by its rate before. For a time in which nothing else goes on.
 */
export async function countStatements({ owner, home }: Instance, work: () => Promise<unknown>): Promise<number> {
  const executed = () => readFileSync(path.join(home, "postgres/server.log"), "utf8").split(/^.*LOG: {2}(?:execute|statement)/m).length - 1;
  const set = async (statement: string) => {
    await owner.query(statement);
  };
  await set("ALTER SYSTEM SET log_parameter_max_length = 0");
  await set("ALTER SYSTEM SET log_statement = 'all'");
  await set("SELECT pg_reload_conf()");
  try {
    await sleep(500);
    const [first, began] = [executed(), performance.now()];
    await sleep(quiet);
    const [second, middle] = [executed(), performance.now()];
    const perMs = (second - first) / (middle - began);
    await work();
    // The log is written as statements begin, so it is complete; what the clients do next is theirs.
    const [third, ended] = [executed(), performance.now()];
    return Math.max(0, third - second - perMs * (ended - middle));
  } finally {
    await set("ALTER SYSTEM RESET log_statement");
    await set("ALTER SYSTEM RESET log_parameter_max_length");
    await set("SELECT pg_reload_conf()");
  }
}
