import { Key, Layers, type LucideIcon, MessageSquareQuote, Palette, Plug, Tag, Users, Webhook } from "lucide-react";

/** The pages of the settings, in the order they are listed. */
export const settingsPages = [
  { path: "channels", Icon: Plug },
  { path: "members", Icon: Users },
  { path: "queues", Icon: Layers },
  { path: "labels", Icon: Tag },
  { path: "canned-replies", Icon: MessageSquareQuote },
  { path: "api-keys", Icon: Key },
  { path: "webhooks", Icon: Webhook },
  { path: "appearance", Icon: Palette },
] as const satisfies readonly { path: string; Icon: LucideIcon }[];
