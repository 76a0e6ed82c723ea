"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Braces, Copy, Ellipsis, Link, StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { putOff } from "../../put-off.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { makeNoteOf } from "../composer/make-note.ts";
import { useMay } from "../frame/me.tsx";
import { messagePath } from "../inbox/inbox-path.ts";
import { quoteOf } from "./quote-of.ts";

const RawWebhook = putOff(() => import("../webhook-log/raw-webhook.tsx").then((module) => module.RawWebhook));

/** What else can be done with a message or a note: taking its words or its address along, making a note of it. */
export function MessageMenu({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline.more");
  const webhooks = useTranslations("webhookLog");
  const toasts = useToasts();
  const dates = useDates();
  const [mayWrite, maySeeWebhooks] = [useMay("reply"), useMay("see_webhooks")];
  const [raw, setRaw] = useState(false);
  // Until it is closed the menu holds the focus, which the note gets.
  const noted = useRef<string | null>(null);
  const text = item.deletedAt ? null : item.content.text?.trim() || null;
  const copy = (value: string, done: string) => {
    // Where the page is not served securely there is no clipboard.
    const copied = navigator.clipboard ? navigator.clipboard.writeText(value) : Promise.reject(new Error("no clipboard"));
    copied.then(
      () => toasts.add({ title: done }),
      () => toasts.add({ type: "error", title: t("notCopied") }),
    );
  };
  const icon = (Icon: typeof Copy) => <Icon aria-hidden className="size-4" />;
  return (
    <>
      <Menu
        align="end"
        focusThen={() => {
          const text = noted.current;
          noted.current = null;
          if (text !== null) setTimeout(() => makeNoteOf(text));
          return text === null;
        }}
        trigger={
          <IconButton size="small" label={t("title")} data-testid="message-more">
            {icon(Ellipsis)}
          </IconButton>
        }
      >
        {text && (
          <MenuItem icon={icon(Copy)} onSelect={() => copy(text, t("textCopied"))}>
            {t("copyText")}
          </MenuItem>
        )}
        <MenuItem icon={icon(Link)} onSelect={() => copy(`${window.location.origin}${messagePath(item.conversationId, item.id)}`, t("linkCopied"))}>
          {t("copyLink")}
        </MenuItem>
        {text && mayWrite && (
          <MenuItem
            icon={icon(StickyNote)}
            onSelect={() => {
              noted.current = quoteOf(text, { name: item.author.name, moment: dates.appointment(item.occurredAt) });
            }}
          >
            {t("makeNote")}
          </MenuItem>
        )}
        {item.direction === "inbound" && maySeeWebhooks && (
          <MenuItem icon={icon(Braces)} onSelect={() => setRaw(true)}>
            {webhooks("ofItem")}
          </MenuItem>
        )}
      </Menu>
      {raw && <RawWebhook itemId={item.id} onClose={() => setRaw(false)} />}
    </>
  );
}
