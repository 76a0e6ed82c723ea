import { z } from "zod";
import { isTimeZone } from "../business-hours.ts";
import { timestamp, timestampInput, typeId } from "./primitives.ts";

const interval = z
  .strictObject({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 09:00"),
    /** Exclusive. Earlier than `from`: on the next day. */
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time such as 17:30, up to 24:00"),
  })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "must not be when it begins" });
const intervals = z.array(interval).max(6);

const fields = {
  name: z.string().trim().min(1).max(60),
  timeZone: z.string().max(64).refine(isTimeZone, { message: "must be a time zone such as Europe/Berlin" }),
  /** Monday first. */
  week: z.array(intervals).length(7),
  /** Days with hours of their own; none: closed. */
  exceptions: z
    .array(z.strictObject({ date: z.iso.date(), yearly: z.boolean().default(false), name: z.string().trim().max(60), intervals }))
    .max(200),
  /** Closed until then, whatever the week says. */
  closedUntil: timestampInput.nullable(),
  isDefault: z.boolean(),
};

/** Who uses a schedule: it can't be deleted while anybody does. */
const user = z.object({ kind: z.enum(["queue", "routing_rule"]), id: z.string(), name: z.string() });

/** When the business is there. `open`, `opensAt` and `closesAt` as of now; both null while open: it never closes; while closed: it never opens. */
export const businessHours = z
  .object({
    ...fields,
    id: typeId("businessHours"),
    closedUntil: timestamp.nullable(),
    open: z.boolean(),
    opensAt: timestamp.nullable(),
    closesAt: timestamp.nullable(),
    usedBy: z.array(user),
    updatedAt: timestamp,
  })
  .meta({ id: "BusinessHours" });
export type BusinessHoursRow = z.infer<typeof businessHours>;
export const businessHoursList = z.object({ data: z.array(businessHours) });
export const businessHoursInput = z.strictObject({
  ...fields,
  exceptions: fields.exceptions.default([]),
  closedUntil: fields.closedUntil.default(null),
  isDefault: z.boolean().default(false),
});
export const businessHoursPatch = z.strictObject(fields).partial();
