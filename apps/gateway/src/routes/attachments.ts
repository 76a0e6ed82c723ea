import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import type { Actor } from "@onethread/core";
import { attachment, problem as problemSchema } from "@onethread/core/api";
import { allow, openAttachment, openPicture, retryAttachment, uploadAttachment } from "@onethread/operations";
import type { Context as HonoContext } from "hono";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import { receiveFile } from "../http/receive-file.ts";

/** WhatsApp's documents are the largest a channel takes: 100 MB (media reference, 2026). */
const maxUploadBytes = 100 * 1024 * 1024;

/** What a browser may show by itself. Everything else is handed over as a file: it could be a page that runs. */
const shown = /^(image\/(jpeg|png|gif|webp|avif)|video\/(mp4|webm|ogg|quicktime|3gpp)|audio\/[\w.+-]+|application\/pdf|text\/plain)$/;

export const attachmentRoutes: RouteModule = (app, { context }) => {
  const tag = "Attachments";
  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/api/v1/attachments",
    summary: "Upload a file to be sent",
    tags: [tag],
    description: "One part named `file`, up to 100 MB. Needs the role agent or an API key with the scope `send`. Unsent files are kept for a day.",
    security: [{ apiKey: [] }, { session: [] }],
    request: {
      body: {
        required: true,
        content: {
          "multipart/form-data": { schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } } },
        },
      },
    },
    responses: {
      201: { description: "Success", content: { "application/json": { schema: attachment } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  });
  app.post("/api/v1/attachments", async (c) => {
    const actor = c.get("actor");
    const refused = allow(actor, "reply");
    if (refused && !refused.ok) return problem(c, refused.error);
    const folder = await mkdtemp(path.join(os.tmpdir(), "onethread-upload-"));
    try {
      const file = await receiveFile(c, path.join(folder, "file"), maxUploadBytes);
      const kept = file.ok ? await uploadAttachment(context, actor, file.value) : file;
      return kept.ok ? c.json(kept.value, 201) : problem(c, kept.error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/v1/attachments/{id}",
    summary: "Read a file",
    tags: [tag],
    description: "The file itself; ranges are served. Needs the role viewer or an API key with the scope `read`.",
    security: [{ apiKey: [] }, { session: [] }],
    request: { params: idParam("attachment") as never },
    responses: {
      200: { description: "The file", content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  });
  app.get("/api/v1/attachments/:id", async (c) => {
    const params = idParam("attachment").safeParse(c.req.param());
    if (!params.success) return problem(c, { code: "not_found", detail: "There is no such attachment." });
    return serve(c, c.get("actor"), params.data.id);
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/attachments/{id}/retry",
    summary: "Fetch a customer's file again",
    right: "reply",
    tag,
    params: idParam("attachment"),
    response: attachment,
    run: ({ actor, params }) => retryAttachment(context, actor, params.id),
  });

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/v1/customers/{id}/picture",
    summary: "A customer's picture",
    tags: ["Customers"],
    description: "As the platform showed it last. Needs the role viewer or an API key with the scope `read`.",
    security: [{ apiKey: [] }, { session: [] }],
    request: { params: idParam("customer") as never },
    responses: {
      200: { description: "The picture", content: { "image/*": { schema: { type: "string", format: "binary" } } } },
      default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
    },
  });
  app.get("/api/v1/customers/:id/picture", async (c) => {
    const params = idParam("customer").safeParse(c.req.param());
    if (!params.success) return problem(c, { code: "not_found", detail: "There is no such customer." });
    const opened = await openPicture(context, c.get("actor"), params.data.id);
    if (!opened.ok) return problem(c, opened.error);
    const headers = { ...fileHeaders, "content-type": "image/jpeg", "cache-control": "private, max-age=86400" };
    return new Response(Readable.toWeb(opened.value) as unknown as globalThis.ReadableStream, { headers });
  });
  // For platforms that take no upload: whoever has the link, for an hour, may fetch that one file.
  app.get("/api/media/:token", async (c) => {
    const link = context.media.links.read(c.req.param("token"), context.now());
    if (!link) return problem(c, { code: "not_found", detail: "This link is not valid any more." });
    return serve(c, { kind: "system", workspaceId: link.workspaceId }, link.attachmentId);
  });

  async function serve(c: HonoContext, actor: Actor, id: string): Promise<Response> {
    const opened = await openAttachment(context, actor, id);
    if (!opened.ok) return problem(c, opened.error);
    const { attachment: file, bytes } = opened.value;
    const range = rangeOf(c.req.header("range"), bytes);
    if (range === "unsatisfiable") return c.body(null, 416, { "content-range": `bytes */${bytes}` });
    const stream = await opened.value.open(range ?? undefined);
    if (!stream) return problem(c, { code: "attachment_not_ready", detail: "The file is not here." });
    const mime = file.mime ?? "application/octet-stream";
    const inline = shown.test(mime) && c.req.query("download") === undefined;
    const headers: Record<string, string> = {
      "content-type": inline ? mime : "application/octet-stream",
      "content-disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name ?? nameFor(id, mime))}`,
      "content-length": String(range ? range.end - range.start + 1 : bytes),
      "accept-ranges": "bytes",
      // A file never changes; who may see it is asked each time the browser has it no more.
      "cache-control": "private, max-age=86400, immutable",
      ...fileHeaders,
      ...(range ? { "content-range": `bytes ${range.start}-${range.end}/${bytes}` } : {}),
    };
    return new Response(Readable.toWeb(stream) as unknown as globalThis.ReadableStream, { status: range ? 206 : 200, headers });
  }
};

/** Whatever a file is, it may do nothing. */
const fileHeaders = { "content-security-policy": "default-src 'none'; sandbox", "x-content-type-options": "nosniff" };

const nameFor = (id: string, mime: string): string => `${id}.${mime.split("/")[1]?.replace(/\W.*/, "") || "bin"}`;

/** One range of a file, as browsers ask for when they play something; null: the whole. */
function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | "unsatisfiable" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const [, from = "", to = ""] = match;
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start > end || start >= bytes ? "unsatisfiable" : { start, end };
}
