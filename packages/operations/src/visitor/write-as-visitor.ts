import { channelRules, type VisitorFile } from "@onethread/channels";
import { fail, fromTypeId, ok, type Result, storable } from "@onethread/core";
import type { VisitorMessageInput } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readVisitorMessage, readVisitorPlaces } from "@onethread/db/read";
import { findUploads } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { claimsOfForm } from "./claims-of-form.ts";
import { noteWrote, storeAct } from "./store-act.ts";
import { keysOf, settingsOf, type Visitor } from "./visitor.ts";

export type VisitorForm = { id: string; name: "prechat" | "traits"; fields: Record<string, string | boolean> };
export type VisitorSurvey = { id: string; score: number; comment?: string | undefined };
export type SiteEvent =
  | { id: string; kind: "page"; url: string; title?: string | undefined }
  | { id: string; kind: "track"; name: string; properties: Record<string, string | number | boolean | null> };

const { limits, measureText } = channelRules.webchat;

/** Takes a visitor's message: stored when this answers, on the timeline a moment later. The first one makes them known. */
export async function sendAsVisitor(context: Context, visitor: Visitor, input: VisitorMessageInput): Promise<Result<null>> {
  if ("choice" in input) return choose(context, visitor, input.id, input.choice);
  const { id, text, files, replyToId } = input;
  const invalid = (pointer: string, detail: string) => fail("invalid_request", "The message can't be taken.", { errors: [{ pointer, detail }] });
  if (text === undefined && files.length === 0) return invalid("/text", "is missing");
  if (text !== undefined && measureText(text) > limits.text.max)
    return fail("text_too_long", `A text has at most ${limits.text.max} characters.`, { errors: [{ pointer: "/text", detail: "is too long" }] });
  const uploads = await uploadsOf(context, visitor, files);
  if (uploads === null) return invalid("/files", "names a file that is not there");
  if (replyToId !== undefined && !(await messageOf(context, visitor, replyToId))) return invalid("/replyToId", "is not a message of this thread");
  const session = await noteWrote(context, visitor);
  await storeAct(context, { ...visitor, session }, id, {
    kind: "message",
    ...(text === undefined ? {} : { text: storable(text) }),
    ...(uploads.length > 0 ? { files: uploads } : {}),
    ...(replyToId === undefined ? {} : { replyTo: replyToId }),
  });
  return ok(null);
}

/** Only what a message of the business offers can be chosen. */
async function choose(
  context: Context,
  visitor: Visitor,
  id: string,
  { messageId, payload }: { messageId: string; payload: string },
): Promise<Result<null>> {
  const message = await messageOf(context, visitor, messageId);
  const offered = message?.direction === "outbound" ? (message.content.cards ?? []).flatMap(({ buttons }) => buttons) : [];
  const button = offered.find((one) => one.payload === payload);
  if (!button)
    return fail("invalid_request", "This message does not offer that.", {
      errors: [{ pointer: "/choice/payload", detail: "is not one of the message's choices" }],
    });
  const session = await noteWrote(context, visitor);
  await storeAct(context, { ...visitor, session }, id, { kind: "choice", title: button.title, payload, replyTo: messageId });
  return ok(null);
}

/** Takes what a form before the chat asked, or what the page says of its visitor. Claims, all of it: nothing links by them. */
export async function fillFormAsVisitor(context: Context, visitor: Visitor, { id, name, fields }: VisitorForm): Promise<Result<null>> {
  if (name === "traits" && visitor.widget.signingKeys.length > 0)
    return fail("invalid_signature", "This widget takes only what the business' server has signed of its visitors.");
  const session = await noteWrote(context, visitor);
  const told = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typeof value === "string" ? storable(value) : value]));
  const claims = claimsOfForm(settingsOf(visitor.widget), { name, fields: told });
  await storeAct(context, { ...visitor, session }, id, { kind: "form", name, fields: told, ...(claims.length > 0 ? { claims } : {}) });
  return ok(null);
}

/** Takes an answer to "how was it", of somebody who has written. */
export async function answerSurveyAsVisitor(context: Context, visitor: Visitor, { id, score, comment }: VisitorSurvey): Promise<Result<null>> {
  if (!visitor.session?.wroteAt) return nothingWritten;
  await storeAct(context, visitor, id, { kind: "survey", score, ...(comment ? { comment: storable(comment) } : {}) });
  return ok(null);
}

/** Takes what happened on the site, of somebody who has written: nothing is kept of others. False: it was not kept. */
export async function tellSiteEvent(context: Context, visitor: Visitor, { id, ...event }: SiteEvent): Promise<boolean> {
  if (!visitor.session?.wroteAt) return false;
  await storeAct(context, visitor, id, event);
  return true;
}

const nothingWritten = fail("not_found", "This visitor has no thread yet.");

async function uploadsOf(context: Context, { widget, claims }: Visitor, files: readonly string[]): Promise<VisitorFile[] | null> {
  if (files.length === 0) return [];
  const named = files.map((file) => context.visitorTokens.readFile(file, claims.sessionId));
  const ids = named.flatMap((one) => (one && fromTypeId("attachment", one)) ?? []);
  const rows = await forWorkspace(context.database, widget.workspaceId, (tx) => findUploads(tx, widget.workspaceId, ids));
  const found = named.flatMap((one) => {
    const row = rows.find(({ id }) => one !== null && fromTypeId("attachment", one) === id);
    return row && one ? [{ id: one, kind: kindOf(row.mime), mime: row.mime, name: row.name }] : [];
  });
  return found.length === files.length ? found : null;
}

const kindOf = (mime: string): VisitorFile["kind"] => {
  const family = mime.split("/")[0];
  return family === "image" || family === "video" || family === "audio" ? family : "file";
};

async function messageOf(context: Context, visitor: Visitor, messageId: string) {
  const keys = keysOf(visitor);
  return forWorkspace(context.database, keys.workspaceId, async (tx) => {
    const [place] = await readVisitorPlaces(tx, [keys]);
    return place ? readVisitorMessage(tx, keys, place, fromTypeId("message", messageId) ?? "") : null;
  });
}
