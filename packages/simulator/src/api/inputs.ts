import { z } from "zod";
import { actSchema } from "../acts/act-schema.ts";
import { metaActSchema } from "../meta/meta-schema.ts";

/** Milliseconds since 1970 or RFC 3339. */
const moment = z
  .union([z.number().int().positive(), z.iso.datetime({ offset: true })])
  .transform((value) => (typeof value === "number" ? value : Date.parse(value)));

const id = z.string().min(1).max(200);

export const personInput = z.strictObject({
  id: id.optional(),
  name: z.string().trim().min(1).max(200),
  phone: z.string().regex(/\d{5}/).nullish(),
  bsuid: z.string().min(1).nullish(),
  psid: id.optional(),
  igsid: id.optional(),
  username: z.string().min(1).optional(),
});

export const messageInput = z.strictObject({
  personId: id,
  accountId: id,
  text: z.string().min(1).max(100_000),
  replyTo: id.optional(),
  occurredAt: moment.optional(),
  deliver: z.boolean().default(true),
});

export const linkInput = z.strictObject({ personId: id, url: z.string().max(5_000), occurredAt: moment.optional() });
export const readInput = z.strictObject({ personId: id, accountId: id, occurredAt: moment.optional() });

export const actInput = z.strictObject({
  personId: id,
  accountId: id,
  act: actSchema,
  replyTo: id.optional(),
  forwarded: z.enum(["once", "often"]).optional(),
  occurredAt: moment.optional(),
  deliver: z.boolean().default(true),
});

export const metaInput = z.strictObject({ accountId: id, personId: id.optional(), act: metaActSchema, occurredAt: moment.optional() });
export const handshakeInput = z.strictObject({ accountId: id.optional() });
