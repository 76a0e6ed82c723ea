export * from "./door-rows.ts";
export * from "./effect-rows.ts";
export * from "./log-rows.ts";
export * from "./message-rows.ts";
export * from "./people-rows.ts";
