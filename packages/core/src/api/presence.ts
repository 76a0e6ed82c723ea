import { z } from "zod";
import { presenceModes } from "../presence.ts";
import { timestamp, typeId } from "./primitives.ts";

/** Where a screen of an agent is. It says so at once when that changes, and every 10 s; after 25 s of silence it is gone. */
export const presenceInput = z.strictObject({
  mode: z.enum([...presenceModes, "gone"]),
  /** A name for this screen, made up by it: one person may have several open. */
  device: z.string().min(1).max(64),
});

export const present = z.object({ agentId: typeId("agent"), mode: z.enum(presenceModes), since: timestamp }).meta({ id: "Present" });
export type Present = z.infer<typeof present>;
export const presentList = z.object({ data: z.array(present) });

export const presence = z.object({ conversationId: typeId("conversation"), people: z.array(present) }).meta({ id: "Presence" });
export type Presence = z.infer<typeof presence>;
export const presenceList = z.object({ data: z.array(presence) });
