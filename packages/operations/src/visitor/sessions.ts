import { fail, ok, type Result } from "@onethread/core";
import { forWorkspace, newId } from "@onethread/db/client";
import type { WidgetRow } from "@onethread/db/read";
import { endVisitorSession, findVisitorSession, identifyVisitor, noteSigningKeyUsed, noteVisitorSeen, rotateRenewal } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { readSignedVisitor } from "./read-signed-visitor.ts";
import { tellIdentified } from "./store-act.ts";
import { keysOf, newSession, placeOf, type Visitor } from "./visitor.ts";
import { renewalHash, renewalMs, type SessionClaims } from "./visitor-tokens.ts";

export type SessionTokens = {
  accessToken: string;
  accessExpiresAt: string;
  renewalToken: string;
  /** The visitor is signed to be somebody. */
  identified: boolean;
};

/** How long the token before the last is still taken: two tabs may ask at once, and an answer may be lost. Milliseconds. */
const graceMs = 60_000;

function tokensOf(context: Context, claims: SessionClaims, generation: number, identified: boolean): SessionTokens {
  const { token, expiresAt } = context.visitorTokens.access(claims, context.now().getTime());
  return {
    accessToken: token,
    accessExpiresAt: new Date(expiresAt).toISOString(),
    renewalToken: context.visitorTokens.renewal(claims, generation),
    identified,
  };
}

function freshClaims(context: Context, widget: WidgetRow): SessionClaims {
  const visitor = `v_${Buffer.from(context.randomBytes(16)).toString("base64url")}`;
  return { key: widget.key, visitor, sessionId: newId(), begun: Math.floor(context.now().getTime() / 1000) };
}

/** Begins a visitor's session. Nothing is stored: whoever only looks leaves no trace. */
export const beginSession = (context: Context, widget: WidgetRow): SessionTokens => tokensOf(context, freshClaims(context, widget), 0, false);

/**
 * Takes a renewal token for the next one. One that was used already ends the session for everybody who holds one, but for
 * the last one within a minute, which is given the same answer again. Of a session nothing is stored of, it is good as it is.
 */
export async function renewSession(context: Context, widget: WidgetRow, token: string): Promise<Result<SessionTokens>> {
  const read = context.visitorTokens.readRenewal(token, widget.key);
  if (!read) return refused("The renewal token is wrong.");
  const { claims, generation } = read;
  const now = context.now();
  const place = placeOf(widget);
  return forWorkspace(context.database, widget.workspaceId, async (tx) => {
    const session = await findVisitorSession(tx, place, claims.sessionId);
    if (!session) {
      const over = claims.begun * 1000 + renewalMs <= now.getTime();
      return over || generation > 0 ? refused("The session is over.") : ok(tokensOf(context, claims, 0, false));
    }
    if (session.endedAt || session.expiresAt <= now) return refused("The session is over.");
    const identified = session.externalId !== null;
    const raced = generation === session.generation - 1 && session.rotatedAt !== null && now.getTime() - session.rotatedAt.getTime() <= graceMs;
    if (raced) return ok(tokensOf(context, claims, session.generation, identified));
    if (generation !== session.generation || !renewalHash(token).equals(session.renewalHash)) {
      await endVisitorSession(tx, place, session.id, now);
      context.log.warn({ ...place, sessionId: session.id }, "a renewal token was used twice: its session is ended");
      return refused("The renewal token was used already.");
    }
    const hash = renewalHash(context.visitorTokens.renewal(claims, generation + 1));
    // Where another tab was first, its answer is ours, too.
    await rotateRenewal(tx, { ...place, id: session.id, generation }, { hash, at: now, expiresAt: new Date(now.getTime() + renewalMs) });
    await noteVisitorSeen(tx, { ...place, key: widget.key, visitor: session.visitor, externalId: session.externalId }, now);
    return ok(tokensOf(context, claims, generation + 1, identified));
  });
}

const refused = (detail: string) => fail("unauthenticated", detail);

/**
 * Says who a visitor is, by what the business' server has signed. An unnamed visitor takes their thread along; who was
 * somebody else leaves it behind and is a new visitor before anything of them is stored.
 */
export async function signInVisitor(context: Context, widget: WidgetRow, visitor: Visitor | null, token: string): Promise<Result<SessionTokens>> {
  const signed = await readSignedVisitor(context, widget, token);
  if (!signed.ok) return signed;
  const { keyId, externalId, name, facts } = signed.value;
  const stays = visitor !== null && (visitor.session === null || visitor.session.externalId === null || visitor.session.externalId === externalId);
  const claims = stays ? visitor.claims : freshClaims(context, widget);
  const session = await forWorkspace(context.database, widget.workspaceId, async (tx) => {
    await noteSigningKeyUsed(tx, widget.workspaceId, keyId, context.now());
    return identifyVisitor(tx, newSession(context, { widget, claims }), externalId, { name, facts });
  });
  // Two tabs signed two people in at once: the later one is new here.
  if (!session) return signInVisitor(context, widget, null, token);
  const known = visitor?.session?.externalId === externalId;
  if (session.wroteAt && !known) await tellIdentified(context, { widget, claims, session });
  return ok(tokensOf(context, claims, session.generation, true));
}

/** A visitor has the chat open: as long as they come by, they can be written to. */
export const noteSeen = (context: Context, visitor: Visitor): Promise<void> =>
  forWorkspace(context.database, visitor.widget.workspaceId, (tx) => noteVisitorSeen(tx, keysOf(visitor), context.now()));

/** Ends a session: its tokens are no good any more. Of one nothing is stored of there is nothing to end but the page's own memory. */
export async function endSession(context: Context, { widget, session }: Visitor): Promise<void> {
  if (session) await forWorkspace(context.database, widget.workspaceId, (tx) => endVisitorSession(tx, placeOf(widget), session.id, context.now()));
}
