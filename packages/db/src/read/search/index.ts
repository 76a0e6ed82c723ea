export * from "./conversations.ts";
export { resolveFilters, type SearchFilters } from "./filters.ts";
export * from "./messages.ts";
export * from "./people.ts";
