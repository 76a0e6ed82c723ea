import type { VisitorMessage as Message, VisitorConfig, visitorSession } from "@onethread/core/api";
import type { z } from "zod";

/** As the desk's API has them. */
export type VisitorMessage = Message;
export type Config = VisitorConfig;
export type VisitorSession = z.infer<typeof visitorSession>;
export type PreChatField = NonNullable<VisitorConfig["preChat"]>[number];
