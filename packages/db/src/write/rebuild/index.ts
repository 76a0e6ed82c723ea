export * from "./ledger.ts";
export * from "./stored-webhooks.ts";
export * from "./take-over.ts";
