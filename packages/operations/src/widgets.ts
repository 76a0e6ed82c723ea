import { createPublicKey } from "node:crypto";
import { type Actor, fail, ok, type Result, textOn, toTypeId } from "@onethread/core";
import type { NewSigningKey, SigningKeyInput, Widget, WidgetSettings } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { readWidget, type SigningKeyRow, type WidgetRow } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";
import { settingsOf } from "./visitor/visitor.ts";

/** One signs, one takes its place. */
const mostKeys = 2;
const none = fail("not_found", "There is no such widget.");

/** A widget's settings. `id`: its channel account's UUID. */
export async function readWidgetSettings(context: Context, actor: Actor, id: string): Promise<Result<Widget>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const row = await forWorkspace(context.database, actor.workspaceId, (tx) => readWidget(tx, actor.workspaceId, id));
  return row ? ok(shown(row)) : none;
}

/** Changes how a widget looks and behaves, and where it may stand. All of it at once. */
export async function updateWidget(context: Context, actor: Actor, id: string, settings: WidgetSettings): Promise<Result<Widget>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const { allowedOrigins, ...rest } = settings;
  const { rowCount } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query("UPDATE widgets SET allowed_origins = $3, settings = $4, updated_at = $5 WHERE workspace_id = $1 AND channel_account_id = $2", [
      actor.workspaceId,
      id,
      [...new Set(allowedOrigins)],
      JSON.stringify(rest),
      context.now(),
    ]),
  );
  if (!rowCount) return none;
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "channel_account", ids: [id] }]);
  return readWidgetSettings(context, actor, id);
}

/**
 * Adds a key to check the signatures of a business' server with; with the first, what is not signed is refused. Two at most,
 * so that one can take the other's place. An HS256 key's secret is shown this once.
 */
export async function addSigningKey(context: Context, actor: Actor, id: string, input: SigningKeyInput): Promise<Result<NewSigningKey>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const publicKey = input.algorithm === "HS256" ? null : readPublicKey(input);
  if (publicKey === undefined)
    return fail("invalid_request", "This key can't be used.", {
      errors: [{ pointer: "/publicKey", detail: `is not a public key for ${input.algorithm}` }],
    });
  const { workspaceId } = actor;
  const key: SigningKeyRow = { id: newId(), algorithm: input.algorithm, secret: null, publicKey, createdAt: context.now(), usedAt: null };
  const secret = input.algorithm === "HS256" ? Buffer.from(context.randomBytes(32)).toString("base64url") : null;
  const sealed = secret && context.secrets.seal(secret, { workspaceId, table: "widget_signing_keys", rowId: key.id, column: "secret" });
  const done = await forWorkspace(context.database, workspaceId, async (tx) => {
    await tx.query("SELECT 1 FROM widgets WHERE workspace_id = $1 AND channel_account_id = $2 FOR UPDATE", [workspaceId, id]);
    const row = await readWidget(tx, workspaceId, id);
    if (!row) return none;
    if (row.signingKeys.length >= mostKeys) return fail("in_use", "There are two keys already. Remove the older one first.");
    await tx.query(
      "INSERT INTO widget_signing_keys (workspace_id, id, channel_account_id, algorithm, secret, public_key, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      [workspaceId, key.id, id, key.algorithm, sealed, publicKey, key.createdAt],
    );
    return ok(null);
  });
  if (!done.ok) return done;
  await context.realtime.publish([{ workspaceId, kind: "channel_account", ids: [id] }]);
  return ok({ ...shownKey(key), secret });
}

/** Ends a key at once: what it has signed is refused from now on. */
export async function removeSigningKey(context: Context, actor: Actor, id: string, keyId: string): Promise<Result<null>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const { rowCount } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query("DELETE FROM widget_signing_keys WHERE workspace_id = $1 AND channel_account_id = $2 AND id = $3", [actor.workspaceId, id, keyId]),
  );
  if (!rowCount) return fail("not_found", "There is no such key.");
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "channel_account", ids: [id] }]);
  return ok(null);
}

/** The key as PEM; undefined: it is none of that algorithm, or a private one. */
function readPublicKey({ algorithm, publicKey }: Exclude<SigningKeyInput, { algorithm: "HS256" }>): string | undefined {
  if (/PRIVATE/.test(publicKey)) return undefined;
  try {
    const key = createPublicKey(publicKey);
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    const fits = algorithm === "ES256" ? namedCurve === "prime256v1" : key.asymmetricKeyType === "rsa" && modulusLength >= 2048;
    return fits ? key.export({ type: "spki", format: "pem" }).toString() : undefined;
  } catch {
    return undefined;
  }
}

function shown(row: WidgetRow): Widget {
  const settings = settingsOf(row);
  return {
    key: row.key,
    settings,
    textOnColor: textOn(settings.color),
    signingKeys: row.signingKeys.map(shownKey),
    enforced: row.signingKeys.length > 0,
    updatedAt: row.updatedAt.toISOString(),
  };
}

const shownKey = ({ id, algorithm, publicKey, createdAt, usedAt }: SigningKeyRow) => ({
  id: toTypeId("signingKey", id),
  algorithm,
  publicKey,
  createdAt: createdAt.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
});
