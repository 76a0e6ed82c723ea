import { fail, fromTypeId, ok } from "@onethread/core";
import { type DraftMode, draft, draftInput, draftList, draftModes, typeId } from "@onethread/core/api";
import { readConversation, readDrafts } from "@onethread/db/read";
import { deleteDraft, saveDraft } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, maybeUuid, type RouteModule, uuid } from "../http/endpoint.ts";

const place = z
  .object({ id: typeId("conversation"), mode: z.enum(draftModes) })
  .transform(({ id, mode }) => ({ id: fromTypeId("conversation", id) ?? "", mode })) as unknown as z.ZodType<{ id: string; mode: DraftMode }>;

/** What the asking agent has written and not sent. */
export const draftRoutes: RouteModule = (app, { context }) => {
  const tag = "Drafts";
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/drafts",
    summary: "One's own drafts in a conversation",
    right: "read",
    tag,
    params: idParam("conversation"),
    response: draftList,
    run: async ({ actor, params }) => {
      const found = await readConversation(context.database, actor, params.id);
      return found.ok ? ok({ data: await readDrafts(context.database, actor, params.id) }) : found;
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/drafts/{mode}",
    summary: "One's own draft of a reply or a note",
    right: "read",
    tag,
    params: place,
    response: draft,
    run: async ({ actor, params }) => {
      const found = (await readDrafts(context.database, actor, params.id)).find(({ mode }) => mode === params.mode);
      return found ? ok(found) : fail("not_found", "There is no such draft.");
    },
  });
  endpoint(app, {
    method: "put",
    path: "/api/v1/conversations/{id}/drafts/{mode}",
    summary: "Keep a draft in the place of the version it was made from",
    right: "work_cases",
    tag,
    params: place,
    body: draftInput,
    response: draft,
    run: ({ actor, params: { id, mode }, body }) => {
      const attachmentIds = body.attachmentIds.map((one) => uuid("attachment", one));
      const content = { text: body.text, attachmentIds, replyToId: maybeUuid("message", body.replyToId) };
      return saveDraft(context, actor, { conversationId: id, mode }, content, body.version);
    },
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/conversations/{id}/drafts/{mode}",
    summary: "Throw a draft away",
    right: "work_cases",
    tag,
    params: place,
    status: 204,
    response: z.null(),
    run: ({ actor, params: { id, mode } }) => deleteDraft(context, actor, { conversationId: id, mode }),
  });
};
