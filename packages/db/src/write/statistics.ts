import type { Tx } from "../client/index.ts";

/**
 * Has the planner look anew at small tables that doubled since it last did: a plan made while they were empty reads all of
 * them for each row it looks for, and would be kept until the server's own look, once a minute. Answers the tables' names.
 */
export async function analyzeWhatGrew(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ tables: string[] }>("SELECT analyze_what_grew() AS tables");
  return rows[0]?.tables ?? [];
}
