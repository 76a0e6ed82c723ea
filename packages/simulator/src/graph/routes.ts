import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { accountAt, firstServed, served } from "./account-at.ts";
import { assetRoutes } from "./asset-routes.ts";
import type { LoggedCall } from "./call-log.ts";
import type { Fault } from "./faults.ts";
import { type Answer, isRecord } from "./graph-answer.ts";
import type { GraphContext, Host } from "./graph-desk.ts";
import { failureBody, graphFailures } from "./graph-failures.ts";
import { readObject } from "./read-object.ts";
import { sendMessaging } from "./send-messaging.ts";
import { sendWhatsapp } from "./send-whatsapp.ts";

/** The Graph API of one host, below any `/vNN.0`. */
export function graphRoutes(simulator: Simulator, host: Host): Hono<{ Bindings: HttpBindings }> {
  const graph = new Hono<{ Bindings: HttpBindings }>().basePath("/:version{v[0-9]+\\.0}");
  const log = (c: GraphContext, more: Pick<LoggedCall, "answer"> & Partial<LoggedCall>): void =>
    simulator.calls.add({
      at: nowOf(c),
      host,
      method: c.req.method,
      path: new URL(c.req.url).pathname + new URL(c.req.url).search,
      accountId: c.req.param("id") ?? null,
      body: null,
      externalId: null,
      ...more,
    });
  const answer = (c: GraphContext, result: Answer, body: unknown = null): Response => {
    const status = "failure" in result ? result.failure.status : 200;
    log(c, { answer: status, body, externalId: "externalId" in result ? (result.externalId ?? null) : null });
    return Response.json("failure" in result ? failureBody(result.failure) : result.body, { status });
  };

  graph.use("*", async (c, next) => {
    const token = /^Bearer\s+\S+$/i.test(c.req.header("authorization") ?? "") || c.req.query("access_token") !== undefined;
    return token ? next() : answer(c, { failure: graphFailures.noToken });
  });
  graph.get("/me", (c) => {
    const account = firstServed(simulator, host);
    return answer(c, account ? readObject(simulator, account.externalId, c.req.query("fields")) : { failure: graphFailures.noObject("me") });
  });
  graph.get("/:id", (c) => answer(c, readObject(simulator, c.req.param("id"), c.req.query("fields"))));
  assetRoutes(graph, { simulator, host, answer });
  graph.post("/:id/messages", async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const account = accountAt(simulator, host, c.req.param("id"), isRecord(body) ? body.recipient : null);
    if (!account || !served(account, host)) return answer(c, { failure: graphFailures.noObject(c.req.param("id")) }, body);
    const fault = simulator.faults.take(account);
    if (fault && !isAfterAccept(fault)) return faulty(c, fault, (kind) => log(c, { answer: kind, body }));
    const result = await send(simulator, account, body, nowOf(c));
    if (fault === undefined || "failure" in result) return answer(c, result, body);
    log(c, { answer: fault.kind === "hang_after_accept" ? "hang" : "dropped", body, externalId: result.externalId ?? null });
    return breakOff(c, fault);
  });
  graph.all("*", (c) => answer(c, { failure: graphFailures.noObject(new URL(c.req.url).pathname) }));
  return graph;
}

/** The seed tells its story in the past: then windows and webhooks use its clock. */
function nowOf(c: GraphContext): number {
  const told = Number(c.req.header("x-simulator-now") ?? Number.NaN);
  return Number.isFinite(told) ? told : Date.now();
}

async function send(simulator: Simulator, account: AccountConfig, body: unknown, now: number): Promise<Answer> {
  if (!isRecord(body)) return { failure: graphFailures.parameter("The body is not valid JSON.") };
  return account.channel === "whatsapp" ? sendWhatsapp(simulator, account, body, now) : sendMessaging(simulator, account, body, now);
}

const isAfterAccept = ({ kind }: Fault): boolean => kind === "hang_after_accept" || kind === "drop_after_accept" || kind === "drop_body";

/** The message is taken, and the caller does not hear of it. */
async function breakOff(c: GraphContext, fault: Fault): Promise<Response> {
  if (fault.kind === "hang_after_accept") return untilGivenUp(c);
  if (fault.kind === "drop_body") {
    const { outgoing } = c.env;
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "200" });
    // The caller has read the 200 before the end comes.
    await new Promise<void>((resolve) => outgoing.write(" ", () => setTimeout(resolve, 10)));
  }
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function untilGivenUp(c: GraphContext): Promise<Response> {
  await new Promise<void>((resolve) => void c.env.incoming.socket.once("close", () => resolve()));
  return RESPONSE_ALREADY_SENT;
}

async function faulty(c: GraphContext, fault: Fault, log: (answer: LoggedCall["answer"]) => void): Promise<Response> {
  const headers = new Headers(fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) });
  if (fault.kind === "hang") {
    log("hang");
    return untilGivenUp(c);
  }
  const status = fault.status ?? (fault.kind === "error" ? 400 : 500);
  log(status);
  if (fault.kind === "status") return new Response(status === 204 ? null : "The simulator was told to fail.", { status, headers });
  const { code = 1, subcode, message = `(#${code}) The simulator was told to refuse.` } = fault.error ?? {};
  return Response.json(failureBody({ status, code, subcode, message }), { status, headers });
}
