import {
  Bell,
  Clock,
  Key,
  Keyboard,
  Layers,
  type LucideIcon,
  MessageSquareQuote,
  Palette,
  Plug,
  ShieldCheck,
  Split,
  Tag,
  Users,
  Webhook,
} from "lucide-react";

/** The pages of the settings, in the order they are listed. */
export const settingsPages = [
  { path: "channels", Icon: Plug },
  { path: "members", Icon: Users },
  { path: "queues", Icon: Layers },
  { path: "routing", Icon: Split },
  { path: "hours", Icon: Clock },
  { path: "labels", Icon: Tag },
  { path: "canned-replies", Icon: MessageSquareQuote },
  { path: "api-keys", Icon: Key },
  { path: "webhooks", Icon: Webhook },
  { path: "notifications", Icon: Bell },
  { path: "keyboard", Icon: Keyboard },
  { path: "appearance", Icon: Palette },
  { path: "security", Icon: ShieldCheck },
] as const satisfies readonly { path: string; Icon: LucideIcon }[];
