import { fail, ok, type Result } from "@onethread/core";
import { type WidgetSettings, widgetSettings } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import type { VisitorKeys, WidgetRow } from "@onethread/db/read";
import { findVisitorSession, type NewVisitorSession, type VisitorSessionRow } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { renewalHash, renewalMs, type SessionClaims } from "./visitor-tokens.ts";

/** Somebody at a widget, by their access token. `session`: null while nothing of them is stored. */
export type Visitor = { widget: WidgetRow; claims: SessionClaims; session: VisitorSessionRow | null };

/** Who asks with an access token, at the widget they name. A session that has ended is refused at once. */
export async function whoVisits(context: Context, widget: WidgetRow, token: string | undefined): Promise<Result<Visitor>> {
  const claims = token === undefined ? null : context.visitorTokens.readAccess(token, widget.key, context.now().getTime());
  if (!claims) return fail("unauthenticated", "The visitor's token is missing, wrong or has expired.");
  const session = await forWorkspace(context.database, widget.workspaceId, (tx) => findVisitorSession(tx, placeOf(widget), claims.sessionId));
  if (session?.endedAt) return fail("unauthenticated", "This session has ended.");
  return ok({ widget, claims, session });
}

export const settingsOf = ({ settings, allowedOrigins }: Pick<WidgetRow, "settings" | "allowedOrigins">): WidgetSettings =>
  widgetSettings.parse({ ...settings, allowedOrigins });

export const placeOf = ({ workspaceId, id }: WidgetRow) => ({ workspaceId, channelAccountId: id });

export const keysOf = ({ widget, claims, session }: Visitor): VisitorKeys => ({
  ...placeOf(widget),
  key: widget.key,
  visitor: claims.visitor,
  externalId: session?.externalId ?? null,
});

/** A session's row as it is written first: with the renewal token that was given when it began. */
export function newSession(context: Context, { widget, claims }: Pick<Visitor, "widget" | "claims">): NewVisitorSession {
  const at = context.now();
  return {
    ...placeOf(widget),
    id: claims.sessionId,
    visitor: claims.visitor,
    renewalHash: renewalHash(context.visitorTokens.renewal(claims, 0)),
    at,
    expiresAt: new Date(at.getTime() + renewalMs),
  };
}
