/**
 * The one table of errors. HTTP status, what a job does and the title a person reads derive from it.
 * `retry`: whether doing the same again later can succeed.
 */
export const errorTable = {
  invalid_request: { status: 422, retry: false, title: "The request is not valid" },
  malformed_body: { status: 400, retry: false, title: "The body is not valid JSON" },
  body_too_large: { status: 413, retry: false, title: "The body is too large" },
  invalid_cursor: { status: 422, retry: false, title: "The cursor is not valid" },
  unauthenticated: { status: 401, retry: false, title: "Sign in or send an API key" },
  api_key_expired: { status: 401, retry: false, title: "The API key has expired" },
  address_not_allowed: { status: 403, retry: false, title: "The API key is not taken from this address" },
  wrong_password: { status: 403, retry: false, title: "The password is wrong" },
  wrong_code: { status: 403, retry: false, title: "The code is wrong or was used already" },
  invalid_signature: { status: 401, retry: false, title: "The signature is missing or wrong" },
  forbidden: { status: 403, retry: false, title: "Your role does not allow this" },
  origin_not_allowed: { status: 403, retry: false, title: "The chat may not stand on this site" },
  scope_missing: { status: 403, retry: false, title: "The API key lacks the scope for this" },
  not_found: { status: 404, retry: false, title: "There is no such thing" },
  moved: { status: 308, retry: false, title: "This now lives under another id" },
  conversation_changed: { status: 409, retry: false, title: "The conversation has changed meanwhile" },
  newer_message: { status: 409, retry: false, title: "The customer has written again" },
  draft_changed: { status: 409, retry: false, title: "The draft was changed on another device" },
  already_undone: { status: 409, retry: false, title: "The merge is undone already" },
  same_customer: { status: 409, retry: false, title: "Both are the same customer already" },
  channel_account_taken: { status: 409, retry: false, title: "This account is connected already" },
  already_exists: { status: 409, retry: false, title: "This exists already" },
  in_use: { status: 409, retry: false, title: "This is still in use" },
  too_many_pinned: { status: 409, retry: false, title: "As much is pinned here as can be" },
  last_owner: { status: 409, retry: false, title: "A workspace needs an owner" },
  request_running: { status: 409, retry: true, title: "The same request is still running" },
  idempotency_key_reused: { status: 422, retry: false, title: "This Idempotency-Key was used for another request" },
  window_closed: { status: 422, retry: false, title: "Free text is not allowed through this channel now" },
  opted_out: { status: 422, retry: false, title: "The customer does not want messages here" },
  channel_unavailable: { status: 422, retry: false, title: "The channel cannot send at the moment" },
  no_door: { status: 422, retry: false, title: "The customer cannot be reached there" },
  text_too_long: { status: 422, retry: false, title: "The text is longer than the channel allows" },
  attachment_not_ready: { status: 409, retry: true, title: "The file is not here" },
  template_unknown: { status: 422, retry: false, title: "There is no such template" },
  link_address_unknown: { status: 422, retry: false, title: "The account's public address is not known yet" },
  not_retryable: { status: 409, retry: false, title: "This message cannot be sent again" },
  set_up_done: { status: 409, retry: false, title: "This instance is set up already" },
  invalid_set_up_token: { status: 403, retry: false, title: "The set-up token is wrong" },
  invitation_invalid: { status: 410, retry: false, title: "The invitation has expired or was used" },
  too_slow: { status: 422, retry: true, title: "This takes too long" },
  too_many_requests: { status: 429, retry: true, title: "Too many requests" },
  unavailable: { status: 503, retry: true, title: "The service is not available at the moment" },
  internal_error: { status: 500, retry: true, title: "Something went wrong on our side" },
} as const satisfies Record<string, { status: number; retry: boolean; title: string }>;

export type ErrorCode = keyof typeof errorTable;

/** An expected outcome that is not success. Operations return it; routes turn it into a problem document. */
export type Failure = {
  code: ErrorCode;
  /** One sentence for a person; never customer text, never a secret. */
  detail: string;
  /** Which fields are wrong, as JSON pointers into the body or `?name` for the query. */
  errors?: { pointer: string; detail: string }[];
  /** Extra members of the problem document, e.g. the other doors. */
  extra?: Record<string, unknown>;
};

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ErrorCode, detail: string, more: Omit<Failure, "code" | "detail"> = {}): Result<never> => ({
  ok: false,
  error: { code, detail, ...more },
});
