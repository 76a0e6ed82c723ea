import type { Channel } from "@onethread/core";
import { useTranslations } from "next-intl";
import { cn } from "./class-names.ts";

/** Simple marks of our own, told apart by shape as well as by colour. */
const shapes: Record<Channel, string> = {
  whatsapp:
    "M8 1.5a6.5 6.5 0 0 0-5.6 9.8L1.5 14.5l3.3-.9A6.5 6.5 0 1 0 8 1.5Zm-2 3.4c.3 0 .5 0 .7.5l.5 1.2c.1.3 0 .5-.5 1 .5 1 1.2 1.7 2.3 2.2.5-.6.7-.8 1-.6l1.3.6c.3.2.3.4.2.8-.3 1-1.2 1.3-2 1.1C7 11.1 5 9.2 4.6 7c-.2-1 .5-2.1 1.4-2.1Z",
  messenger:
    "M8 1.5C4.3 1.5 1.5 4.2 1.5 7.6c0 1.9.8 3.5 2.2 4.6v2.3l2.1-1.2c.7.2 1.4.3 2.2.3 3.7 0 6.5-2.7 6.5-6S11.7 1.5 8 1.5Zm.6 8L7 7.7 3.9 9.5l3.4-3.7 1.7 1.8 3-1.8-3.4 3.7Z",
  instagram:
    "M5 1.5h6A3.5 3.5 0 0 1 14.5 5v6a3.5 3.5 0 0 1-3.5 3.5H5A3.5 3.5 0 0 1 1.5 11V5A3.5 3.5 0 0 1 5 1.5Zm0 1.4A2.1 2.1 0 0 0 2.9 5v6c0 1.2.9 2.1 2.1 2.1h6c1.2 0 2.1-.9 2.1-2.1V5c0-1.2-.9-2.1-2.1-2.1H5Zm3 1.9a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Zm0 1.4a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Zm3.5-2.5a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6Z",
  webchat: "M3.5 2h9A1.5 1.5 0 0 1 14 3.5v6a1.5 1.5 0 0 1-1.5 1.5H8l-3.5 3v-3h-1A1.5 1.5 0 0 1 2 9.5v-6A1.5 1.5 0 0 1 3.5 2Z",
};

/** A channel's colour. */
export const channelText: Record<Channel, string> = {
  whatsapp: "text-whatsapp",
  messenger: "text-messenger",
  instagram: "text-instagram",
  webchat: "text-webchat",
};

/** A channel's mark. `label` off when the channel's name stands beside it. */
export function ChannelIcon({ channel, className, label = true }: { channel: Channel; className?: string; label?: boolean }) {
  const t = useTranslations("channels");
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has an aria-label, or is hidden where its name stands beside it.
    <svg
      viewBox="0 0 16 16"
      fill="currentColor"
      fillRule="evenodd"
      className={cn("size-3.5 shrink-0", channelText[channel], className)}
      {...(label ? { role: "img", "aria-label": t(channel) } : { "aria-hidden": true })}
    >
      <path d={shapes[channel]} />
    </svg>
  );
}
