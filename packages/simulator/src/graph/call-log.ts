/** A call to the Graph API as it came in. The token is never kept. */
export type LoggedCall = {
  at: number;
  host: "facebook" | "instagram";
  method: string;
  path: string;
  accountId: string | null;
  body: unknown;
  /** What was answered: an HTTP status, or `hang`, or `dropped`. */
  answer: number | "hang" | "dropped";
  /** The id given to an accepted message. */
  externalId: string | null;
};

const kept = 10_000;

/** The newest calls, oldest first. */
export class CallLog {
  #calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    this.#calls.push(call);
    // Cutting off in steps keeps adding cheap.
    if (this.#calls.length > kept * 1.1) this.#calls = this.#calls.slice(-kept);
  }

  list(): LoggedCall[] {
    return this.#calls.slice(-kept);
  }

  clear(): void {
    this.#calls = [];
  }
}
