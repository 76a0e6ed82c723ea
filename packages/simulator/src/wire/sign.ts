import { createHmac } from "node:crypto";

/** The value of `X-Hub-Signature-256` for the raw bytes of a body. */
export const sign = (raw: string | Uint8Array, appSecret: string): string => `sha256=${createHmac("sha256", appSecret).update(raw).digest("hex")}`;
