import { renderForVisitor } from "@onethread/channels";
import { fail, fromTypeId, ok, type Result } from "@onethread/core";
import type { VisitorMessage } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import {
  decodeCursor,
  type Place,
  readEnded,
  readSurveyDue,
  readUnreadByVisitor,
  readVisitorMessages,
  readVisitorPlaces,
  type VisitorKeys,
  type VisitorPlace,
} from "@onethread/db/read";
import type { Context } from "../context.ts";
import { storeAct } from "./store-act.ts";
import { keysOf, settingsOf, type Visitor } from "./visitor.ts";

export type VisitorQuery = { limit: number; before?: string | undefined; after?: string | undefined };
export type VisitorMessages = { data: VisitorMessage[]; page: { next: string | null; prev: string | null }; surveyDue: boolean; ended: boolean };

/** A visitor's place; null while they have none. */
export async function placeOfVisitor(context: Context, visitor: Visitor): Promise<VisitorPlace | null> {
  const keys = keysOf(visitor);
  const [place] = await forWorkspace(context.database, keys.workspaceId, (tx) => readVisitorPlaces(tx, [keys]));
  return place ?? null;
}

/** Where several visitors of one workspace are, in their order; null: nowhere yet. */
export async function placesOfVisitors(context: Context, workspaceId: string, visitors: readonly VisitorKeys[]): Promise<(VisitorPlace | null)[]> {
  const places = await forWorkspace(context.database, workspaceId, (tx) => readVisitorPlaces(tx, visitors));
  const byVisitor = new Map(places.map((place) => [`${place.key}/${place.visitor}`, place]));
  return visitors.map(({ key, visitor }) => byVisitor.get(`${key}/${visitor}`) ?? null);
}

/** A page of what a visitor and the business wrote to each other here. What is fetched for the first time is delivered. */
export async function readAsVisitor(context: Context, visitor: Visitor, query: VisitorQuery): Promise<Result<VisitorMessages>> {
  const before = cursorOf(query.before, "?before");
  const after = cursorOf(query.after, "?after");
  if (!before.ok) return before;
  if (!after.ok) return after;
  const keys = keysOf(visitor);
  const page = await forWorkspace(context.database, keys.workspaceId, async (tx) => {
    const [place] = await readVisitorPlaces(tx, [keys]);
    if (!place) return null;
    const found = await readVisitorMessages(tx, keys, place, { limit: query.limit, before: before.value, after: after.value });
    const newest = !before.value && !after.value;
    const asks = newest && settingsOf(visitor.widget).survey;
    return {
      ...found,
      surveyDue: asks && (await readSurveyDue(tx, keys, place)),
      ended: newest && (await readEnded(tx, keys.workspaceId, place.conversationId)),
    };
  });
  if (!page) return ok({ data: [], page: { next: query.after ?? null, prev: null }, surveyDue: false, ended: false });
  const shown = page.data.flatMap((item) => {
    const one = renderForVisitor(item);
    return one ? [{ one, externalId: item.externalId }] : [];
  });
  await confirm(
    context,
    visitor,
    "delivered",
    shown.flatMap(({ one, externalId }) => (one.status === "sent" && externalId ? [externalId] : [])),
  );
  const now = context.now();
  const data = shown.map(({ one }) => ({
    ...one,
    files: one.files.map((file) => ({ ...file, url: context.media.links.make(keys.workspaceId, fromTypeId("attachment", file.id) ?? "", now) })),
  }));
  return ok({ data, page: { next: page.next ?? query.after ?? null, prev: page.prev }, surveyDue: page.surveyDue, ended: page.ended });
}

/** A visitor has read up to a message. One that is not theirs is none. */
export async function markReadAsVisitor(context: Context, visitor: Visitor, upToId: string): Promise<Result<null>> {
  const keys = keysOf(visitor);
  const targets = await forWorkspace(context.database, keys.workspaceId, async (tx) => {
    const [place] = await readVisitorPlaces(tx, [keys]);
    return place ? readUnreadByVisitor(tx, keys, place, fromTypeId("message", upToId) ?? "") : [];
  });
  await confirm(context, visitor, "read", targets);
  return ok(null);
}

async function confirm(context: Context, visitor: Visitor, status: "delivered" | "read", targets: string[]): Promise<void> {
  if (targets.length > 0) await storeAct(context, visitor, `${status}.${targets.join(".")}`, { kind: "receipt", status, targets });
}

/** Tells the desk that a visitor writes. Nothing is stored. */
export async function typeAsVisitor(context: Context, visitor: Visitor): Promise<void> {
  const place = visitor.session?.wroteAt ? await placeOfVisitor(context, visitor) : null;
  if (place)
    await context.realtime.publish([
      { workspaceId: visitor.widget.workspaceId, kind: "visitor_typing", ids: [], conversationId: place.conversationId },
    ]);
}

function cursorOf(text: string | undefined, pointer: string): Result<Place | undefined> {
  return text === undefined ? ok(undefined) : decodeCursor(text, pointer, "number");
}

/** How many of a thread's last messages a transcript has. */
const longest = 1000;

/** The thread as a text, the oldest first. `you`: how the visitor is called in it. */
export async function transcriptForVisitor(context: Context, visitor: Visitor, you: string): Promise<Result<string>> {
  const keys = keysOf(visitor);
  const page = await forWorkspace(context.database, keys.workspaceId, async (tx) => {
    const [place] = await readVisitorPlaces(tx, [keys]);
    return place ? readVisitorMessages(tx, keys, place, { limit: longest }) : null;
  });
  if (!page) return fail("not_found", "This visitor has no thread yet.");
  const lines = page.data.flatMap((item) => {
    const one = renderForVisitor(item);
    if (!one) return [];
    const who = one.from === "visitor" ? you : (one.author?.name ?? visitor.widget.name);
    const said = [
      one.text,
      ...one.cards.map(({ title, text }) => [title, text].filter(Boolean).join(": ")),
      ...one.files.map(({ name, kind }) => `[${name ?? kind}]`),
    ];
    return [`${one.at.slice(0, 16).replace("T", " ")} UTC  ${who}: ${said.filter(Boolean).join("\n")}`];
  });
  return ok(`${visitor.widget.name}\n\n${lines.join("\n")}\n`);
}
