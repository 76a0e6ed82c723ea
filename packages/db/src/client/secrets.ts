import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/**
 * Credentials at rest: AES-256-GCM. Sealed form: 1 byte version, 4 bytes key id, 12 bytes nonce, 16 bytes tag, text.
 * The place (workspace, table, row, column) is authenticated too: a sealed value moved elsewhere does not open.
 */
export type SecretBox = {
  seal(text: string, place: Place): Buffer;
  /** Throws when the value was changed, moved, or sealed with a key that is not among the given ones. */
  open(sealed: Buffer, place: Place): string;
};

type Place = { workspaceId: string; table: string; rowId: string; column: string };

/** `keys`: 32 bytes each. The first seals; all open, so that a key can be rotated. */
export function secretBox(keys: readonly Buffer[]): SecretBox {
  const [current] = keys;
  if (!current || keys.some((key) => key.length !== 32)) throw new Error("a secret key has 32 bytes");
  const idOf = (key: Buffer) => createHash("sha256").update("onethread key id").update(key).digest().subarray(0, 4);
  const bound = (place: Place) => Buffer.from([place.workspaceId, place.table, place.rowId, place.column].join("|"));
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current, nonce).setAAD(bound(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([1]), idOf(current), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed[0] !== 1) throw new Error("a sealed value of an unknown form");
      const key = keys.find((candidate) => idOf(candidate).equals(sealed.subarray(1, 5)));
      if (!key) throw new Error("sealed with a key that is not given");
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(5, 17)).setAAD(bound(place));
      decipher.setAuthTag(sealed.subarray(17, 33));
      return Buffer.concat([decipher.update(sealed.subarray(33)), decipher.final()]).toString("utf8");
    },
  };
}
