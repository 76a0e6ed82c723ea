import { z } from "zod";
import { channels } from "../identity.ts";

export const channelSchema = z.enum(channels);
