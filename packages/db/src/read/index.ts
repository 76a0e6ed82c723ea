export * from "./channel-accounts.ts";
export * from "./conversations.ts";
export * from "./customers.ts";
export * from "./doors.ts";
export * from "./messages.ts";
export * from "./team.ts";
export * from "./timeline.ts";
