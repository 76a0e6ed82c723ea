import type { DeliveryError, PlatformResponse, SendOutcome } from "@onethread/core";
import type { RetryWait } from "./error-row.ts";
import { type GraphError, readGraphError } from "./graph-error.ts";
import { retryAfter } from "./retry-after.ts";

/** How a channel reads the answer to a send. `waitFor` answers for errors that are worth a retry. */
export type SendDialect = {
  idOf(body: unknown): string | null;
  classify(error: GraphError): DeliveryError;
  waitFor(error: GraphError): RetryWait | null;
  /** Errors after which the message may have gone out all the same. */
  mayHaveGoneOut(error: GraphError): boolean;
};

/** Throttled without a hint how long: the window of Messenger's and WhatsApp's per-second limits is far below this. */
const throttleWait = 5_000;

/**
 * Reads the answer to a send. An id means sent. A clear Graph error is refused or worth a retry, by the channel's
 * table; every HTTP 429 is throttling, also with a code in no list. Whatever does not say what happened (a 5xx or a 200
 * that cannot be read) is `unknown`: the message may be out, so it is never sent again by itself.
 */
export function readSend(response: PlatformResponse, dialect: SendDialect): SendOutcome {
  const refused = readRefusal(response, dialect);
  if (refused !== null) return refused;
  if (response.status >= 200 && response.status < 300) {
    const externalId = dialect.idOf(response.body);
    if (externalId !== null) return { kind: "sent", externalId };
    return { kind: "unknown", error: unclear("no_message_id", "The platform accepted the call but named no message.") };
  }
  return withoutGraphError(response.status);
}

/** What a Graph error or a 429 in an answer means; null when there is neither. */
export function readRefusal(response: PlatformResponse, dialect: Omit<SendDialect, "idOf">): Exclude<SendOutcome, { kind: "sent" }> | null {
  const error = readGraphError(response.body);
  const asked = retryAfter(response.headers);
  if (response.status === 429) return throttled(error, asked, dialect);
  if (error === null) return null;
  if (dialect.mayHaveGoneOut(error)) return { kind: "unknown", error: dialect.classify(error) };
  const wait = dialect.waitFor(error);
  if (wait === null) return { kind: "rejected", error: dialect.classify(error) };
  return { kind: "retry", ...waiting(asked, wait), error: dialect.classify(error) };
}

function throttled(error: GraphError | null, asked: number | null, dialect: Omit<SendDialect, "idOf">): Extract<SendOutcome, { kind: "retry" }> {
  const wait = error === null ? null : dialect.waitFor(error);
  return {
    kind: "retry",
    ...waiting(asked, wait ?? { wait: throttleWait, growth: 2, ofAccount: true }),
    error: {
      code: error?.code ?? "http_429",
      class: "retry_after",
      message: error !== null && wait !== null ? dialect.classify(error).message : "Too much was sent at once, so the platform asks to wait.",
      action: "Nothing to do: it is sent again by itself.",
      detail: error?.message ?? null,
    },
  };
}

const waiting = (asked: number | null, { wait, growth, ofAccount }: RetryWait): { afterMs: number; growth?: number; ofAccount?: true } => ({
  ...(asked === null ? { afterMs: wait, growth } : { afterMs: asked }),
  ...(ofAccount ? { ofAccount } : {}),
});

function withoutGraphError(status: number): SendOutcome {
  const code = `http_${status}`;
  // 408 and everything that is not a plain refusal leaves open whether the message was taken.
  if (status < 400 || status === 408 || status >= 500) {
    return { kind: "unknown", error: unclear(code, `The platform answered ${status} without saying what happened.`) };
  }
  if (status === 401) {
    const message = "The platform refuses the channel's access token.";
    return { kind: "rejected", error: { code, class: "token_broken", message, action: "An admin has to connect the channel again.", detail: null } };
  }
  const message = `The platform refused the call (${status}) without a reason.`;
  return { kind: "rejected", error: { code, class: "unknown", message, action: null, detail: null } };
}

const unclear = (code: string, message: string): DeliveryError => ({
  code,
  class: "unknown",
  message,
  action: "Look in the chat on the platform before you send it again.",
  detail: null,
});
