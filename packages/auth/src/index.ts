export { type Auth, type AuthOptions, clientAddressHeader, createAuth, hashPassword } from "./create-auth.ts";
export { changePassword, checkPassword } from "./passwords.ts";
export {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  type SecondFactors,
} from "./second-factor.ts";
export { endOtherSessions, endSession, readSessions } from "./sessions.ts";
export { whoAsks } from "./who-asks.ts";
