export * from "./ledger.ts";
export * from "./mend-people.ts";
export * from "./mend-rows.ts";
export * from "./stored-webhooks.ts";
export * from "./take-over.ts";
