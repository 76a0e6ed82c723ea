import type { Context } from "hono";
import { z } from "zod";

/** An answer that is no success; `onError` of the server turns it into a response. */
export class Refused extends Error {
  readonly status: 404 | 413 | 415 | 422;
  constructor(status: 404 | 413 | 415 | 422, message: string) {
    super(message);
    this.status = status;
  }
}
export const refuse = (status: Refused["status"], message: string): never => {
  throw new Refused(status, message);
};
export const found = <T>(value: T | undefined, message: string): T => value ?? refuse(404, message);

/** The body of a call, as the schema wants it. */
export async function read<T extends z.ZodType>(c: Context, schema: T): Promise<z.infer<T>> {
  // A page of another site can post a form or plain text here, but not JSON.
  if (!c.req.header("content-type")?.startsWith("application/json")) refuse(415, "The body must be application/json.");
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  return parsed.success ? parsed.data : refuse(422, z.prettifyError(parsed.error));
}
