import { z } from "zod";
import { channelNames } from "../config.ts";

export const faultSchema = z.strictObject({
  match: z.strictObject({ channel: z.enum(channelNames).optional(), accountId: z.string().min(1).optional() }).default({}),
  /**
   * `status`: this HTTP status without a readable body. `error`: a Graph error. `hang`: no answer, not accepted.
   * `hang_after_accept`: accepted, and no answer. `drop_after_accept`: accepted, then the connection breaks.
   * `drop_body`: accepted, 200, then the connection breaks before the body.
   */
  kind: z.enum(["status", "hang", "hang_after_accept", "drop_after_accept", "drop_body", "error"]),
  status: z.number().int().min(200).max(599).optional(),
  error: z.strictObject({ code: z.number().int(), subcode: z.number().int().optional(), message: z.string().optional() }).optional(),
  /** Seconds, as the header `Retry-After`. */
  retryAfter: z.number().min(0).optional(),
  /** Of the sends it could hit, it hits this share: 0.2 is every fifth, evenly. */
  share: z.number().gt(0).max(1).default(1),
  times: z.number().int().min(1).max(1_000_000).default(1),
});
export type FaultInput = z.infer<typeof faultSchema>;
export type Fault = FaultInput & { id: number };
type Waiting = Fault & { due: number };

/** What goes wrong with the next sends. */
export class Faults {
  #faults: Waiting[] = [];
  #lastId = 0;

  add(input: FaultInput): Fault {
    this.#lastId += 1;
    const fault = { ...input, id: this.#lastId };
    this.#faults.push({ ...fault, due: 0 });
    return fault;
  }

  list(): Fault[] {
    return this.#faults.map(({ due: _, ...fault }) => fault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** The oldest fault for a send of this account; it is used up by one. */
  take(account: { channel: string; externalId: string }): Fault | undefined {
    const fault = this.#faults.find((one) => isMeant(one, account) && isDue(one));
    if (!fault) return undefined;
    const taken = { ...fault };
    fault.times -= 1;
    this.#faults = this.#faults.filter((other) => other.times > 0);
    return taken;
  }
}

const isMeant = ({ match }: Fault, account: { channel: string; externalId: string }): boolean =>
  (match.channel === undefined || match.channel === account.channel) && (match.accountId === undefined || match.accountId === account.externalId);

function isDue(fault: Waiting): boolean {
  fault.due += fault.share;
  if (fault.due < 0.999_999) return false;
  fault.due -= 1;
  return true;
}
