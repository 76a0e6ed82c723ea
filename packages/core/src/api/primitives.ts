import { z } from "zod";
import { fromTypeId, type IdKind, idPrefixes } from "../ids.ts";

/** A TypeID of one kind on the wire. */
export const typeId = (kind: IdKind) =>
  z.string().refine((value) => fromTypeId(kind, value) !== null, { message: `must be an id that begins with ${idPrefixes[kind]}_` });

/** RFC 3339, UTC, milliseconds. */
export const timestamp = z.iso.datetime({ offset: false, precision: 3 });
export const timestampInput = z.iso.datetime({ offset: true });

export const page = z.object({ next: z.string().nullable(), prev: z.string().nullable() }).meta({ id: "Page" });
export const listOf = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row), page });

export const limitQuery = z.coerce.number().int().min(1).max(100).default(50);

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
