import { createRoute, type OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { type Actor, type Failure, fromTypeId, type IdKind, type Result, type Right, rights } from "@onethread/core";
import { problem as problemSchema, typeId } from "@onethread/core/api";
import { allow } from "@onethread/operations";
import type { Context as HonoContext } from "hono";
import { z } from "zod";
import { problem } from "./problem.ts";
import type { Services, Variables } from "./services.ts";

export type App = OpenAPIHono<{ Variables: Variables }>;

type Shape = z.ZodType;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

export type Endpoint<P, Q, B, R> = {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As in OpenAPI: `/api/v1/customers/{id}`. */
  path: string;
  summary: string;
  /** Who may call it: a right of the one table in core. */
  right: Right;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  status?: 200 | 201 | 202 | 204;
  response: R;
  run(request: { actor: Actor; params: Out<P>; query: Out<Q>; body: Out<B> }): Promise<Result<unknown>>;
};

/** A path parameter that is an id of ours; the handler gets the UUID. */
export const idParam = (kind: IdKind, name = "id") =>
  z.object({ [name]: typeId(kind) }).transform((params) => ({ [name]: fromTypeId(kind, params[name] ?? "") ?? "" })) as unknown as z.ZodType<{
    id: string;
  }>;

/** The UUID behind a TypeID that a schema has checked already. */
export const uuid = (kind: IdKind, id: string): string => fromTypeId(kind, id) ?? "";
export const maybeUuid = <T extends string | null | undefined>(kind: IdKind, id: T): T => (typeof id === "string" ? (uuid(kind, id) as T) : id);

/** Timeline items are messages, notes and events; the prefix says which. null: none of them. */
export const itemUuid = (id: string): string | null => fromTypeId("message", id) ?? fromTypeId("note", id) ?? fromTypeId("event", id);

/** Registers an endpoint: its OpenAPI description, its checks and its handler come from one declaration. */
export function endpoint<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined, R extends Shape>(
  app: App,
  spec: Endpoint<P, Q, B, R>,
): void {
  const status = spec.status ?? 200;
  const config = {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    tags: [spec.tag],
    description: `Needs the role ${rights[spec.right].role} or an API key with the scope \`${rights[spec.right].scope}\`.`,
    security: [{ apiKey: [] }, { session: [] }],
    request: {
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { query: spec.query } : {}),
      ...(spec.body ? { body: { required: true, content: { "application/json": { schema: spec.body } } } } : {}),
    },
    responses: {
      [status]: status === 204 ? { description: "Done" } : { description: "Success", content: { "application/json": { schema: spec.response } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  } as unknown as RouteConfig;
  app.openAPIRegistry.registerPath(config);
  createRoute(config as never);
  const path = spec.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.on(spec.method.toUpperCase(), path, async (c) => {
    const actor = c.get("actor");
    const refused = allow(actor, spec.right);
    if (refused && !refused.ok) return problem(c, refused.error);
    const request = await readRequest(c, spec);
    if (!request.ok) return problem(c, request.error);
    const result = await spec.run({ actor, ...(request.value as { params: Out<P>; query: Out<Q>; body: Out<B> }) });
    if (!result.ok) return problem(c, result.error);
    return status === 204 ? c.body(null, 204) : c.json(result.value as object, status);
  });
}

type Parts = { params: unknown; query: unknown; body: unknown };

/** Checks what a request brings against its declaration. */
export async function readRequest(
  c: HonoContext,
  spec: { params?: Shape | undefined; query?: Shape | undefined; body?: Shape | undefined },
): Promise<Result<Parts>> {
  const params = spec.params?.safeParse(c.req.param());
  if (params && !params.success)
    return { ok: false, error: { code: "not_found", detail: "There is no such thing.", errors: pointers(params.error, "path") } };
  const query = (spec.query ?? z.strictObject({})).safeParse(c.req.query());
  const errors = query.success ? [] : pointers(query.error, "query");
  const body = spec.body ? await readBody(c, spec.body) : { ok: true as const, value: undefined };
  if (!body.ok && body.error.code !== "invalid_request") return body;
  if (!body.ok) errors.push(...(body.error.errors ?? []));
  if (errors.length > 0) return { ok: false, error: { code: "invalid_request", detail: "Some fields are not valid.", errors } };
  return { ok: true, value: { params: params?.data, query: spec.query ? query.data : undefined, body: body.ok ? body.value : undefined } };
}

async function readBody(c: HonoContext, schema: Shape): Promise<Result<unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(await c.req.text());
  } catch {
    return { ok: false, error: { code: "malformed_body", detail: "Send a JSON body." } };
  }
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, error: { code: "invalid_request", detail: "Some fields are not valid.", errors: pointers(parsed.error, "body") } };
}

/** Which fields are wrong: JSON pointers into the body, `?name` for the query, `{name}` for the path. */
function pointers(error: z.ZodError, where: "body" | "query" | "path"): NonNullable<Failure["errors"]> {
  return error.issues.flatMap((issue) => {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const detail = issue.code === "unrecognized_keys" ? "is not known here" : issue.message;
    return paths.map((path) => {
      const name = path.map(String).join("/");
      return { pointer: where === "query" ? `?${name}` : where === "path" ? `{${name}}` : `/${name}`, detail };
    });
  });
}

export type RouteModule = (app: App, services: Services) => void;
