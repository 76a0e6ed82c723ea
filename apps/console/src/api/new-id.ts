import { type IdKind, toTypeId } from "@onethread/core";

/** A fresh UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then random bits. */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = random.slice(0, 16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An id made here, so that sending twice by accident is one message. */
export const newId = (kind: IdKind): string => toTypeId(kind, uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16))));

/** A key for one intent of the agent; repeat it when the same intent is tried again. */
export const newIdempotencyKey = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
