export { type Auth, type AuthOptions, clientAddressHeader, createAuth, hashPassword } from "./create-auth.ts";
export { whoAsks } from "./who-asks.ts";
