"use client";
import { type PresenceMode, presenceTimes } from "@onethread/core";
import { useEffect, useRef } from "react";
import { afterPaint } from "../../after-paint.ts";
import { newIdempotencyKey } from "../../api/new-id.ts";
import { sayPresence } from "../../api/presence.ts";
import { atRest } from "../../at-rest.ts";

let device: string | undefined;

/** A beat that is lost is made good by the next. */
const say = (conversationId: string, mode: PresenceMode | "gone"): void => {
  device ??= newIdempotencyKey();
  sayPresence(conversationId, { mode, device }).catch(() => undefined);
};

/** Tells colleagues that this screen is at a conversation, and what is done there, for as long as somebody can see it. */
export function useBePresent(conversationId: string, mode: PresenceMode): void {
  const latest = useRef(mode);
  latest.current = mode;
  const there = useRef(false);

  useEffect(() => {
    const beat = () => {
      const seen = document.visibilityState === "visible";
      if (seen || there.current) say(conversationId, seen ? latest.current : "gone");
      there.current = seen;
    };
    const leave = () => {
      if (there.current) say(conversationId, "gone");
      there.current = false;
    };
    const callOff = atRest(beat);
    const timer = setInterval(beat, presenceTimes.beatMs);
    document.addEventListener("visibilitychange", beat);
    window.addEventListener("online", beat);
    window.addEventListener("pagehide", leave);
    return () => {
      callOff();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
      window.removeEventListener("online", beat);
      window.removeEventListener("pagehide", leave);
      if (there.current) afterPaint(() => say(conversationId, "gone"));
      there.current = false;
    };
  }, [conversationId]);

  const said = useRef(mode);
  useEffect(() => {
    if (said.current === mode) return;
    said.current = mode;
    if (there.current) say(conversationId, mode);
  }, [conversationId, mode]);
}
