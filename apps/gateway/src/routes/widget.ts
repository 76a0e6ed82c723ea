import { mkdtemp, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ok, type Result } from "@onethread/core";
import {
  problem as problemSchema,
  renewalInput,
  signInInput,
  visitorConfig,
  visitorContinueInput,
  visitorEventInput,
  visitorFormInput,
  visitorLink,
  visitorMessageInput,
  visitorMessagePage,
  visitorMessageQuery,
  visitorReadInput,
  visitorSession,
  visitorSurveyInput,
  visitorUpload,
} from "@onethread/core/api";
import {
  answerSurveyAsVisitor,
  beginSession,
  continueElsewhere,
  describeWidget,
  endAsVisitor,
  endSession,
  fillFormAsVisitor,
  markReadAsVisitor,
  readAsVisitor,
  renewSession,
  sendAsVisitor,
  signInVisitor,
  tellSiteEvent,
  transcriptForVisitor,
  typeAsVisitor,
  uploadAsVisitor,
} from "@onethread/operations";
import { z } from "zod";
import type { RouteModule } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import { receiveFile } from "../http/receive-file.ts";
import { keyQuery, letIn, visitorEndpoint } from "../http/visitor-endpoint.ts";

/** The largest file a visitor may send; each kind has its own limit below. */
const maxUploadBytes = 64 * 1024 * 1024;

/** What pages of a business ask for their visitors. */
export const widgetRoutes: RouteModule = (app, { context, countVisitors: count }) => {
  const house = { context, count };
  const done = z.null();
  visitorEndpoint(app, house, {
    method: "get",
    path: "/config",
    summary: "How the chat looks and what it offers, in a language",
    needs: "widget",
    limit: "look",
    query: keyQuery.extend({ language: z.string().max(35).optional() }),
    headers: { "cache-control": "public, max-age=60" },
    response: visitorConfig,
    run: async ({ widget, query }) => ok(await describeWidget(context, widget, query.language)),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/session",
    summary: "Begin a session. Nothing is stored before the visitor writes",
    needs: "widget",
    limit: "session",
    status: 201,
    response: visitorSession,
    run: async ({ widget }) => ok(beginSession(context, widget)),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/session/renew",
    summary: "Take the next tokens for a renewal token, which is good once",
    needs: "widget",
    limit: "session",
    body: renewalInput,
    response: visitorSession,
    run: ({ widget, body }) => renewSession(context, widget, body.renewalToken),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/session/sign-in",
    summary: "Say who the visitor is, by a token that the business' server has signed",
    needs: "perhaps",
    limit: "session",
    body: signInInput,
    response: visitorSession,
    run: ({ widget, visitor, body }) => signInVisitor(context, widget, visitor, body.token),
  });
  visitorEndpoint(app, house, {
    method: "delete",
    path: "/session",
    summary: "End the session: its tokens are no good any more",
    needs: "visitor",
    limit: "session",
    status: 204,
    response: done,
    run: async ({ visitor }) => ok(await endSession(context, visitor)),
  });
  visitorEndpoint(app, house, {
    method: "get",
    path: "/messages",
    summary: "A page of the thread. What is fetched counts as delivered",
    needs: "visitor",
    limit: "read",
    query: visitorMessageQuery,
    response: visitorMessagePage,
    run: ({ visitor, query }) => readAsVisitor(context, visitor, query),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/messages",
    summary: "Send a message, or choose what one offers. The same id again is nothing new",
    needs: "visitor",
    limit: "message",
    body: visitorMessageInput,
    status: 202,
    response: z.object({ id: z.string() }),
    run: async ({ visitor, body }) => taken(body.id, await sendAsVisitor(context, visitor, body)),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/forms",
    summary: "Send what a form before the chat asked, or what the page says of its visitor",
    needs: "visitor",
    limit: "message",
    body: visitorFormInput,
    status: 202,
    response: z.object({ id: z.string() }),
    run: async ({ visitor, body }) => taken(body.id, await fillFormAsVisitor(context, visitor, body)),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/survey",
    summary: "Answer how it was",
    needs: "visitor",
    limit: "message",
    body: visitorSurveyInput,
    status: 202,
    response: z.object({ id: z.string() }),
    run: async ({ visitor, body }) => taken(body.id, await answerSurveyAsVisitor(context, visitor, body)),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/end",
    summary:
      "The visitor has what they came for: the conversation is done, unless what they wrote last waits for an answer. Whoever writes anew begins again in the same thread",
    needs: "visitor",
    limit: "message",
    status: 204,
    response: done,
    run: ({ visitor }) => endAsVisitor(context, visitor),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/read",
    summary: "The visitor has read up to a message",
    needs: "visitor",
    limit: "read",
    body: visitorReadInput,
    status: 204,
    response: done,
    run: ({ visitor, body }) => markReadAsVisitor(context, visitor, body.upToId),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/typing",
    summary: "The visitor writes. Told to the desk, never stored",
    needs: "visitor",
    limit: "typing",
    status: 204,
    response: done,
    run: async ({ visitor }) => ok(await typeAsVisitor(context, visitor)),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/events",
    summary: "A page was opened or something happened on the site. Kept only of visitors who have written",
    needs: "visitor",
    limit: "event",
    body: visitorEventInput,
    status: 202,
    response: z.object({ kept: z.boolean() }),
    run: async ({ visitor, body }) => ok({ kept: await tellSiteEvent(context, visitor, body) }),
  });
  visitorEndpoint(app, house, {
    method: "post",
    path: "/continue",
    summary: "A link that carries the thread to another channel",
    needs: "visitor",
    limit: "continue",
    body: visitorContinueInput,
    status: 201,
    response: visitorLink,
    run: ({ visitor, body }) => continueElsewhere(context, visitor, body.channelAccountId),
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/widget/v1/transcript",
    summary: "The thread as a text",
    tags: ["Visitors"],
    description: "With the visitor's access token, on the widget's sites. `you`: how the visitor is called in it.",
    security: [{ visitor: [] }],
    request: { query: keyQuery.extend({ you: z.string().max(40).optional() }) },
    responses: {
      200: { description: "The text", content: { "text/plain": { schema: { type: "string" } } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  });
  app.get("/widget/v1/transcript", async (c) => {
    const asking = await letIn(c, context, count, { needs: "visitor", limit: "transcript" });
    if (asking instanceof Response) return asking;
    const text = await transcriptForVisitor(context, asking.visitor, (c.req.query("you") ?? "You").slice(0, 40));
    if (!text.ok) return problem(c, text.error);
    const headers = {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="chat.txt"',
      "cache-control": "no-store",
    };
    return c.body(text.value, 200, headers);
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/widget/v1/attachments",
    summary: "Upload a file that a message is to take",
    tags: ["Visitors"],
    description: "One part named `file`. With the visitor's access token, on the widget's sites. Kept for a day when no message takes it.",
    security: [{ visitor: [] }],
    request: {
      query: keyQuery,
      body: {
        required: true,
        content: {
          "multipart/form-data": { schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } } },
        },
      },
    },
    responses: {
      201: { description: "Success", content: { "application/json": { schema: visitorUpload } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  });
  app.post("/widget/v1/attachments", async (c) => {
    const asking = await letIn(c, context, count, { needs: "visitor", limit: "upload" });
    if (asking instanceof Response) return asking;
    const folder = await mkdtemp(path.join(os.tmpdir(), "onethread-upload-"));
    try {
      const file = await receiveFile(c, path.join(folder, "file"), maxUploadBytes);
      if (!file.ok) return problem(c, file.error);
      const kept = await uploadAsVisitor(context, asking.visitor, { ...file.value, bytes: (await stat(file.value.path)).size });
      return kept.ok ? c.json(kept.value, 201) : problem(c, kept.error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
};

/** Taken is stored: it stands on the timeline a moment later. */
const taken = (id: string, result: Result<null>): Result<{ id: string }> => (result.ok ? ok({ id }) : result);
