import type { PlatformResponse } from "@onethread/core";
import type { MediaUpload } from "./channel-adapter.ts";
import { idAt, isObject } from "./read-keys.ts";
import { readRefusal, type SendDialect } from "./read-send-response.ts";

/** Nothing goes out by an upload, so whatever leaves open what happened is simply done again after this long. */
const again = 10_000;

/** Reads the answer to an upload. `livesMs` is how long the platform keeps the file; `now` in milliseconds. */
export function readUpload(
  response: PlatformResponse,
  dialect: Omit<SendDialect, "idOf">,
  { key, livesMs, now }: { key: string; livesMs: number; now: number },
): MediaUpload {
  const refused = readRefusal(response, dialect);
  if (refused?.kind === "retry") return refused;
  if (refused?.kind === "rejected") return { kind: "refused", error: refused.error };
  const id = isObject(response.body) ? idAt(response.body, key) : null;
  if (refused === null && id !== null && response.status >= 200 && response.status < 300) return { kind: "uploaded", id, expiresAt: now + livesMs };
  const code = `http_${response.status}`;
  const plain = response.status >= 400 && response.status < 500 && response.status !== 408;
  const error = {
    code,
    class: response.status === 401 ? ("token_broken" as const) : ("unknown" as const),
    message: plain ? "The platform refused the file without a reason." : "The platform's answer to the file could not be read.",
    action: null,
    detail: null,
  };
  return plain ? { kind: "refused", error } : { kind: "retry", afterMs: again, error };
}
