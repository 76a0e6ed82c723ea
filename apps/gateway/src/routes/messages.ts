import { fail, ok, toTypeId } from "@onethread/core";
import {
  messageDetail,
  noteInput,
  reactionInput,
  readInput,
  seenMentionsInput,
  sendInput,
  started,
  startInput,
  timelineItem,
  timelinePage,
  typingQuery,
} from "@onethread/core/api";
import { readItem, readMessage, readMessagesByExternalId } from "@onethread/db/read";
import {
  announceTyping,
  markRead,
  pinItem,
  reactToMessage,
  retryMessage,
  seeMentions,
  sendReply,
  startConversation,
  tellCustomer,
  unpinItem,
  webhookOfItem,
  writeNote,
} from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, itemUuid, maybeUuid, type RouteModule, uuid } from "../http/endpoint.ts";

const tag = "Messages";
const itemParam = z.object({ id: z.string().refine((id) => itemUuid(id) !== null, { message: "must be the id of a timeline item" }) });

/** Everything that is written into a conversation, and single messages. */
export const messageRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations",
    summary: "Write first: to a customer, or to an address on WhatsApp",
    right: "reply",
    tag,
    body: startInput,
    status: 201,
    response: started,
    run: async ({ actor, body }) => {
      const done = await startConversation(context, actor, {
        customerId: maybeUuid("customer", body.customerId),
        identity: body.identity,
        channelAccountId: uuid("channelAccount", body.channelAccountId),
        content: body.content,
      });
      if (!done.ok) return done;
      const { customerId, conversationId, message } = done.value;
      return ok({ customerId: toTypeId("customer", customerId), conversationId: toTypeId("conversation", conversationId), message });
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/messages",
    summary: "Send a message",
    right: "reply",
    tag,
    params: idParam("conversation"),
    body: sendInput,
    status: 202,
    response: timelineItem,
    run: ({ actor, params, body }) =>
      sendReply(context, actor, params.id, {
        id: maybeUuid("message", body.id),
        identityId: maybeUuid("identity", body.identityId),
        channelAccountId: maybeUuid("channelAccount", body.channelAccountId),
        content: body.content,
        replyToId: maybeUuid("message", body.replyToId),
        lastSeenMessageId: maybeUuid("message", body.lastSeenMessageId),
      }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/notes",
    summary: "Write a note for the team",
    right: "work_cases",
    tag,
    params: idParam("conversation"),
    body: noteInput,
    status: 201,
    response: timelineItem,
    run: ({ actor, params, body }) =>
      writeNote(context, actor, params.id, { text: body.text, mentions: body.mentions?.map((id) => uuid("agent", id)) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/read",
    summary: "Mark a conversation read up to an item",
    right: "work_cases",
    tag,
    params: idParam("conversation"),
    body: readInput,
    response: z.object({ unread: z.number().int() }),
    run: async ({ actor, params, body }) => {
      const id = itemUuid(body.upToId);
      if (!id) return notAnItem();
      const read = await markRead(context, actor, params.id, id);
      if (read.ok && body.tellCustomer) await tellCustomer(context, actor, params.id, { kind: "read", upToId: id });
      return read;
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/mentions/seen",
    summary: "Mark one's own mentions seen up to an item",
    right: "read",
    tag,
    params: idParam("conversation"),
    body: seenMentionsInput,
    status: 204,
    response: z.null(),
    run: async ({ actor, params, body }) => {
      const id = itemUuid(body.upToId);
      return id ? seeMentions(context, actor, params.id, id) : notAnItem();
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/typing",
    summary: "Tell colleagues, and the customer when asked for, that a reply is being written",
    right: "reply",
    tag,
    params: idParam("conversation"),
    status: 204,
    response: z.null(),
    query: typingQuery,
    run: async ({ actor, params, query }) => {
      const told = await announceTyping(context, actor, params.id);
      if (told.ok && query.tellCustomer === "true") await tellCustomer(context, actor, params.id, { kind: "typing" });
      return told;
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/messages",
    summary: "Find messages by the platform's id",
    right: "read",
    tag,
    query: z.strictObject({ externalId: z.string().min(1).max(1000) }),
    response: timelinePage,
    run: async ({ actor, query }) =>
      ok({ data: await readMessagesByExternalId(context.database, actor, query.externalId), page: { next: null, prev: null } }),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/messages/{id}",
    summary: "Get a message with its delivery attempts and status history",
    right: "read",
    tag,
    params: idParam("message"),
    response: messageDetail,
    run: async ({ actor, params }) => {
      const found = await readMessage(context.database, actor, params.id);
      return found.ok ? ok({ ...found.value, webhookEventId: await webhookOfItem(context, actor, params.id) }) : found;
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/messages/{id}/retry",
    summary: "Send a failed or uncertain message again",
    right: "reply",
    tag,
    params: idParam("message"),
    status: 202,
    response: timelineItem,
    run: ({ actor, params }) => retryMessage(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/messages/{id}/reactions",
    summary: "React to a customer's message, or take the reaction back",
    right: "reply",
    tag,
    params: idParam("message"),
    body: reactionInput,
    status: 201,
    response: timelineItem,
    run: ({ actor, params, body }) => reactToMessage(context, actor, params.id, body.emoji),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/items/{id}",
    summary: "Get an item of a timeline: a message, a note or an event",
    right: "read",
    tag,
    params: itemParam,
    response: timelineItem,
    run: async ({ actor, params }) => {
      const item = await readItem(context.database, actor, itemUuid(params.id) ?? "");
      return item ? ok(item) : fail("not_found", "There is no such item.");
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/items/{id}/pin",
    summary: "Pin a message or a note to the top of its conversation",
    right: "work_cases",
    tag,
    params: itemParam,
    response: timelineItem,
    run: ({ actor, params }) => pinItem(context, actor, itemUuid(params.id) ?? ""),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/items/{id}/pin",
    summary: "Unpin an item",
    right: "work_cases",
    tag,
    params: itemParam,
    response: timelineItem,
    run: ({ actor, params }) => unpinItem(context, actor, itemUuid(params.id) ?? ""),
  });
};

const notAnItem = () =>
  fail("invalid_request", "Some fields are not valid.", { errors: [{ pointer: "/upToId", detail: "must be the id of a timeline item" }] });
