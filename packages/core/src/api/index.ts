export * from "./admin.ts";
export * from "./canned-reply.ts";
export * from "./conversation.ts";
export * from "./customer.ts";
export * from "./primitives.ts";
export * from "./status.ts";
export * from "./template.ts";
export * from "./timeline.ts";
