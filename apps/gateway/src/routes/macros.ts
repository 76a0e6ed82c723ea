import { ok } from "@onethread/core";
import { conversation, macro, macroInput, macroList, macroPatch, macroRun, macroRunInput } from "@onethread/core/api";
import { readMacros } from "@onethread/db/read";
import { createMacro, deleteMacro, runMacro, undoMacroRun, updateMacro } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, itemUuid, type RouteModule, uuid } from "../http/endpoint.ts";

export const macroRoutes: RouteModule = (app, { context }) => {
  const tag = "Macros";
  endpoint(app, {
    method: "get",
    path: "/api/v1/macros",
    summary: "List macros: everybody's and one's own",
    right: "read",
    tag,
    response: macroList,
    run: async ({ actor }) => ok({ data: await readMacros(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/macros",
    summary: "Make a macro",
    right: "reply",
    tag,
    body: macroInput,
    status: 201,
    response: macro,
    run: ({ actor, body }) => createMacro(context, actor, body),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/macros/{id}",
    summary: "Change a macro",
    right: "reply",
    tag,
    params: idParam("macro"),
    body: macroPatch,
    response: macro,
    run: ({ actor, params, body }) => updateMacro(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/macros/{id}",
    summary: "Delete a macro",
    right: "reply",
    tag,
    params: idParam("macro"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteMacro(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/macros/{id}/run",
    summary: "Run a macro on a conversation: everything it does, or nothing",
    right: "work_cases",
    tag,
    params: idParam("macro"),
    body: macroRunInput,
    status: 201,
    response: macroRun,
    run: ({ actor, params, body }) =>
      runMacro(context, actor, params.id, {
        conversationId: uuid("conversation", body.conversationId),
        skip: body.skip,
        lastSeenItemId: body.lastSeenItemId === undefined ? undefined : (itemUuid(body.lastSeenItemId) ?? undefined),
      }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/macro-runs/{id}/undo",
    summary: "Take back what a macro did, within an hour",
    right: "work_cases",
    tag,
    params: idParam("macroRun"),
    response: conversation,
    run: ({ actor, params }) => undoMacroRun(context, actor, params.id),
  });
};
