import { createHash, randomBytes } from "node:crypto";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const count = 10;

/** Ten codes of 16 letters that are hard to mix up: 79 bits each, so that a plain hash can't be searched through. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => {
    let code = "";
    while (code.length < 16) {
      const byte = randomBytes(1)[0] ?? 255;
      // What does not divide evenly is thrown again.
      if (byte < 248) code += letters[byte % letters.length];
    }
    return code.match(/.{4}/g)?.join("-") ?? code;
  });
}

/** As somebody types it from paper: capitals, spaces and dashes do not matter. */
export const recoveryCodeHash = (userId: string, code: string): Buffer =>
  createHash("sha256")
    .update(`${userId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`)
    .digest();
