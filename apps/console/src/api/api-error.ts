/** A refusal or a failure of a call, in the words of the API's problem documents. */
export class ApiError extends Error {
  readonly status: number;
  /** A code of core's error table, or `network` when no answer came. */
  readonly code: string;
  readonly requestId: string | null;
  /** Seconds until it is worth trying again, where the server said so. */
  readonly retryAfter: number | null;
  /** The whole problem document, for members of one code such as the other doors. */
  readonly problem: Record<string, unknown>;

  constructor(fields: {
    status: number;
    code: string;
    message: string;
    requestId?: string | null;
    retryAfter?: number | null;
    problem?: Record<string, unknown>;
  }) {
    super(fields.message);
    this.name = "ApiError";
    this.status = fields.status;
    this.code = fields.code;
    this.requestId = fields.requestId ?? null;
    this.retryAfter = fields.retryAfter ?? null;
    this.problem = fields.problem ?? {};
  }

  /** What is wrong with single fields, in the server's words. */
  get details(): string[] {
    return this.fields.map((field) => field.detail);
  }

  /** Which fields are wrong, as JSON pointers into the body. */
  get fields(): { pointer: string; detail: string }[] {
    const { errors } = this.problem;
    if (!Array.isArray(errors)) return [];
    return errors.flatMap((one: { pointer?: unknown; detail?: unknown }) =>
      typeof one?.detail === "string" ? [{ pointer: String(one.pointer ?? ""), detail: one.detail }] : [],
    );
  }

  /** The server has understood and said no: sending the same again gives the same answer. */
  get refused(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

/** The error of an answer that is not a success. `body`: the problem document, or whatever stood in its place. */
export function apiErrorOf(response: Response, body: unknown): ApiError {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string | undefined => (typeof problem[name] === "string" ? problem[name] : undefined);
  const retryAfter = Number(response.headers.get("retry-after") ?? response.headers.get("x-retry-after"));
  const fallback = response.status === 429 ? "too_many_requests" : response.status >= 500 ? "unavailable" : "internal_error";
  return new ApiError({
    status: response.status,
    code: text("code") ?? fallback,
    message: text("detail") ?? text("message") ?? text("title") ?? response.statusText,
    requestId: text("requestId") ?? response.headers.get("x-request-id"),
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    problem,
  });
}
