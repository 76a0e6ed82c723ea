"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Names the tab after the open conversation. */
export function usePageTitle(name: string | null): void {
  const inbox = useTranslations("frame")("inbox");
  useEffect(() => {
    if (!name) return;
    document.title = `${name} – ${inbox} – Onethread`;
    return () => {
      document.title = `${inbox} – Onethread`;
    };
  }, [name, inbox]);
}
