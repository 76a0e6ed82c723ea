export * from "./errors.ts";
export * from "./hand-over-token.ts";
export * from "./identity.ts";
export * from "./ids.ts";
export * from "./inbound.ts";
export * from "./outbound.ts";
export * from "./rights.ts";
