"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** Says a new message of the open conversation aloud, the newest of a burst only. Milliseconds. */
const pause = 3000;

export function NewMessageStatus({ items }: { items: readonly TimelineItem[] }) {
  const t = useTranslations("timeline");
  const newest = items.findLast((item) => item.type === "message" && item.direction === "inbound");
  const known = useRef(newest?.id);
  const [said, setSaid] = useState("");
  const text = newest ? t("newMessageFrom", { name: newest.author.name ?? t("customer"), text: (newest.content.text ?? "").slice(0, 140) }) : "";
  useEffect(() => {
    if (!newest || known.current === newest.id) return;
    known.current = newest.id;
    const timer = setTimeout(() => setSaid(text), said ? pause : 100);
    return () => clearTimeout(timer);
  }, [newest, text, said]);
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
