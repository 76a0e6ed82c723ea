import type { TestProject } from "vitest/node";
import { startTestPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Vitest's global setup of the tests that need Postgres. */
export async function setup(project: TestProject): Promise<() => void> {
  const postgres = await startTestPostgres();
  project.provide("templateUrl", postgres.url);
  return () => postgres.stop();
}
