import type { Channel } from "@onethread/core";
import { useTranslations } from "next-intl";
import { cn } from "./class-names.ts";

/** Simple marks of our own, told apart by shape as well as by colour. */
const shapes: Record<Channel, string> = {
  whatsapp:
    "M8 1.5a6.5 6.5 0 0 0-5.6 9.8L1.5 14.5l3.3-.9A6.5 6.5 0 1 0 8 1.5Zm-2 3.4c.3 0 .5 0 .7.5l.5 1.2c.1.3 0 .5-.5 1 .5 1 1.2 1.7 2.3 2.2.5-.6.7-.8 1-.6l1.300.6c.3.2.3.4.2.8-.3 1-1.200 1.3-2 1.100C7 11.100 5 9.200 4.600 7c-.2-1 .5-2.100 1.400-2.100Z",
  messenger:
    "M8 1.500C4.300 1.500 1.500 4.200 1.500 7.600c0 1.900.8 3.500 2.200 4.600v2.300l2.100-1.200c.7.2 1.400.3 2.200.3 3.700 0 6.500-2.700 6.500-6S11.700 1.500 8 1.500Zm.6 8L7 7.700 3.900 9.500l3.400-3.700 1.700 1.800 3-1.800-3.400 3.700Z",
  instagram:
    "M5 1.500h6A3.500 3.500 0 0 1 14.500 5v6a3.500 3.500 0 0 1-3.500 3.500H5A3.500 3.500 0 0 1 1.500 11V5A3.500 3.500 0 0 1 5 1.500Zm0 1.400A2.100 2.100 0 0 0 2.900 5v6c0 1.200.9 2.100 2.100 2.100h6c1.200 0 2.100-.9 2.100-2.100V5c0-1.200-.9-2.100-2.100-2.100H5Zm3 1.900a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400Zm0 1.400a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600Zm3.500-2.500a.8.8 0 1 1 0 1.600.8.8 0 0 1 0-1.600Z",
  webchat:
    "M3.500 2h9A1.500 1.500 0 0 1 14 3.500v6a1.500 1.500 0 0 1-1.500 1.500H8l-3.500 3v-3h-1A1.500 1.500 0 0 1 2 9.500v-6A1.500 1.500 0 0 1 3.500 2Z",
};

const channelText: Record<Channel, string> = {
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
