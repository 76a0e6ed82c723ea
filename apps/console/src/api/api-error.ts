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

  /** The server has understood and said no: sending the same again gives the same answer. */
  get refused(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}
