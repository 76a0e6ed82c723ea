"use client";
import { useEffect } from "react";
import { fontSizeCookie } from "../../font-size.ts";
import { useOwnSettingsQuery } from "../own-settings/use-own-settings.ts";

/** A year, in seconds. */
const cookieAge = 365 * 24 * 60 * 60;

/** Everything is measured by the page's font size: one's own is set there, and remembered for the next page. */
export function FontSize() {
  const size = useOwnSettingsQuery().data?.fontSize;
  useEffect(() => {
    if (size === undefined) return;
    document.documentElement.style.fontSize = size === 100 ? "" : `${size}%`;
    document.cookie = `${fontSizeCookie}=${size}; path=/; max-age=${cookieAge}; samesite=lax`;
  }, [size]);
  return null;
}
