import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import { ok, type Result } from "@onethread/core";
import { problem as problemSchema } from "@onethread/core/api";
import type { WidgetRow } from "@onethread/db/read";
import { type Context, type Visitor, whoVisits } from "@onethread/operations";
import type { Context as HonoContext } from "hono";
import { z } from "zod";
import { type App, readRequest } from "./endpoint.ts";
import { problem, problemOf } from "./problem.ts";
import type { Counting, VisitorLimit } from "./visitor-limits.ts";
import { addressOf, bearerOf } from "./widget-entrance.ts";

type Shape = z.ZodType;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Every call names its widget. */
export const keyQuery = z.strictObject({ key: z.string() });

/** `visitor`: nobody without their token. `perhaps`: with it or without; a wrong one is refused. */
type Needs = "widget" | "perhaps" | "visitor";
type Asking<N extends Needs> = { widget: WidgetRow; visitor: N extends "visitor" ? Visitor : N extends "perhaps" ? Visitor | null : null };

type VisitorEndpoint<N extends Needs, Q, B, R> = {
  method: "get" | "post" | "delete";
  /** Below `/widget/v1`. */
  path: string;
  summary: string;
  needs: N;
  limit: VisitorLimit;
  query?: Q;
  body?: B;
  status?: 200 | 201 | 202 | 204;
  headers?: Record<string, string>;
  response: R;
  run(request: Asking<N> & { query: Out<Q>; body: Out<B> }): Promise<Result<unknown>>;
};

/** Who asks at a widget, counted: or the problem that stops them. */
export async function letIn<N extends Needs>(
  c: HonoContext,
  context: Context,
  count: Counting,
  { needs, limit }: { needs: N; limit: VisitorLimit },
): Promise<Asking<N> | Response> {
  const widget = c.get("widget") as WidgetRow;
  const token = bearerOf(c);
  const asks = needs === "visitor" || (needs === "perhaps" && token !== undefined);
  const found: Result<Visitor | null> = asks ? await whoVisits(context, widget, token) : ok(null);
  // Guessing counts, too.
  const wait = await count(limit, { network: addressOf(c), widget: widget.id, visitor: found.ok ? found.value?.claims.visitor : undefined });
  if (wait !== null) return problemOf(c, "too_many_requests", "This is more than one visitor does.", { extra: { retryAfter: wait } });
  if (!found.ok) return problem(c, found.error);
  return { widget, visitor: found.value } as Asking<N>;
}

/** Registers an endpoint of the visitor's API: description, checks and handler from one declaration. */
export function visitorEndpoint<N extends Needs, Q extends Shape | undefined, B extends Shape | undefined, R extends Shape>(
  app: App,
  { context, count }: { context: Context; count: Counting },
  spec: VisitorEndpoint<N, Q, B, R>,
): void {
  const status = spec.status ?? 200;
  const path = `/widget/v1${spec.path}`;
  const query = spec.query ?? keyQuery;
  const config = {
    method: spec.method,
    path,
    summary: spec.summary,
    tags: ["Visitors"],
    description: spec.needs === "widget" ? "For anybody, on the widget's sites." : "With the visitor's access token, on the widget's sites.",
    security: spec.needs === "widget" ? [] : [{ visitor: [] }],
    request: { query, ...(spec.body ? { body: { required: true, content: { "application/json": { schema: spec.body } } } } : {}) },
    responses: {
      [status]: status === 204 ? { description: "Done" } : { description: "Success", content: { "application/json": { schema: spec.response } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  } as unknown as RouteConfig;
  app.openAPIRegistry.registerPath(config);
  createRoute(config as never);
  app.on(spec.method.toUpperCase(), path, async (c) => {
    const asking = await letIn(c, context, count, spec);
    if (asking instanceof Response) return asking;
    const request = await readRequest(c, { query, body: spec.body });
    if (!request.ok) return problem(c, request.error);
    const result = await spec.run({ ...asking, ...(request.value as { query: Out<Q>; body: Out<B> }) });
    if (!result.ok) return problem(c, result.error);
    const headers = spec.headers ?? { "cache-control": "no-store" };
    return status === 204 ? c.body(null, 204, headers) : c.json(result.value as object, status, headers);
  });
}
