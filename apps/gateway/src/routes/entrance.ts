import { hashPassword } from "@onethread/auth";
import { acceptInvitation, needsSetUp, readInvitation, setUpWorkspace } from "@onethread/operations";
import type { Context } from "hono";
import { z } from "zod";
import type { App } from "../http/endpoint.ts";
import { problem, problemOf } from "../http/problem.ts";
import type { Services } from "../http/services.ts";

const password = z.string().min(10, "needs at least 10 characters").max(200);
const setUpInput = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(320),
  password,
  workspaceName: z.string().trim().min(1).max(100),
});
const acceptInput = z.strictObject({ token: z.string().min(1).max(200), name: z.string().trim().min(1).max(100), password });

/** What strangers may call: first-run set-up and accepting an invitation. Each needs a token of its own. */
export function entranceRoutes(app: App, { context, auth, setUpToken }: Services): void {
  app.get("/api/v1/setup", async (c) => c.json({ needed: await needsSetUp(context) }));
  app.post("/api/v1/setup", async (c) => {
    const input = await read(c, setUpInput);
    if (input instanceof Response) return input;
    const passwordHash = await hashPassword(auth, input.password);
    const done = await setUpWorkspace(context, setUpToken, input.token, { ...input, passwordHash });
    return done.ok ? c.json({ done: true }, 201) : problem(c, done.error);
  });
  app.get("/api/v1/invitations/accept", async (c) => {
    const found = await readInvitation(context, c.req.query("token") ?? "");
    return found.ok ? c.json(found.value) : problem(c, found.error);
  });
  app.post("/api/v1/invitations/accept", async (c) => {
    const input = await read(c, acceptInput);
    if (input instanceof Response) return input;
    const passwordHash = await hashPassword(auth, input.password);
    const done = await acceptInvitation(context, input.token, { name: input.name, passwordHash });
    return done.ok ? c.json(done.value, 201) : problem(c, done.error);
  });
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const json: unknown = await c.req.json().catch(() => undefined);
  if (json === undefined) return problemOf(c, "malformed_body", "Send a JSON body.");
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({ pointer: `/${issue.path.join("/")}`, detail: issue.message }));
  return problemOf(c, "invalid_request", "Some fields are not valid.", { errors });
}
