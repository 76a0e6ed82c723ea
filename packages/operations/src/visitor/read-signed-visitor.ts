import { fail, ok, type Result, storable } from "@onethread/core";
import type { SigningKeyRow, WidgetRow } from "@onethread/db/read";
import { decodeProtectedHeader, errors, importSPKI, jwtVerify } from "jose";
import type { Context } from "../context.ts";

/** Longer than this a signed name is not good: it is made for the page that is just being opened. Seconds. */
const longestLife = 15 * 60;
/** How much the clocks of two servers may differ. Seconds. */
const skew = 30;
const mostFacts = 30;

/** `keyId`: of the key that it was signed by. */
export type SignedVisitor = { keyId: string; externalId: string; name: string | null; facts: Record<string, string | number | boolean | null> };

const refusal = (detail: string) => fail("invalid_signature", detail);

/**
 * Reads who a business' server says its visitor is: a JWT of one of the widget's keys, by that key's own algorithm, made for
 * this widget (`aud`) and for at most 15 minutes (`exp`). Whatever the token itself says of its algorithm decides nothing.
 */
export async function readSignedVisitor(context: Context, widget: WidgetRow, token: string): Promise<Result<SignedVisitor>> {
  if (widget.signingKeys.length === 0) return refusal("The widget has no key to check a signature with. An admin can add one.");
  const algorithm = algorithmOf(token);
  const keys = widget.signingKeys.filter((key) => key.algorithm === algorithm);
  if (keys.length === 0) return refusal("The token is not signed by an algorithm of this widget's keys.");
  const now = context.now();
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, await openKey(context, widget, key), {
        algorithms: [key.algorithm],
        audience: widget.key,
        requiredClaims: ["exp", "sub"],
        clockTolerance: skew,
        currentDate: now,
      });
      if ((payload.exp ?? 0) - now.getTime() / 1000 > longestLife + skew) return refusal("The token is good for longer than 15 minutes.");
      return readClaims(payload, key.id);
    } catch (error) {
      // Another key of the widget may have signed it; everything else is wrong with any key.
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      return refusal(reasonOf(error));
    }
  }
  return refusal("The token is signed by none of the widget's keys.");
}

function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
  }
}

const openKey = async (context: Context, { workspaceId }: WidgetRow, { id, algorithm, secret, publicKey }: SigningKeyRow) =>
  secret
    ? new TextEncoder().encode(context.secrets.open(secret, { workspaceId, table: "widget_signing_keys", rowId: id, column: "secret" }))
    : importSPKI(publicKey ?? "", algorithm);

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "The token has expired.";
  if (error instanceof errors.JWTClaimValidationFailed) return `The token's "${error.claim}" is missing or wrong.`;
  return "The token can't be read.";
}

const standard = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "name"]);

/** What is not plain is left out: it is for people to read. */
function readClaims(payload: Record<string, unknown>, keyId: string): Result<SignedVisitor> {
  const { sub, name } = payload;
  if (typeof sub !== "string" || sub === "" || sub.length > 255) return refusal('The token\'s "sub" is missing or wrong.');
  const facts = Object.entries(payload).flatMap(([key, value]) => {
    const plain = ["string", "number", "boolean"].includes(typeof value);
    if (standard.has(key) || !plain || key.length > 60) return [];
    return [[storable(key), typeof value === "string" ? storable(value).slice(0, 500) : value]];
  });
  return ok({
    keyId,
    externalId: storable(sub),
    name: typeof name === "string" && name.trim() !== "" ? storable(name).trim().slice(0, 120) : null,
    facts: Object.fromEntries(facts.slice(0, mostFacts)) as SignedVisitor["facts"],
  });
}
