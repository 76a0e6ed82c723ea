"use client";
import { decideNotification, notificationEvents, notificationSetting } from "@onethread/core";
import type { Notice } from "@onethread/core/api";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useToasts } from "../../ui/toast.tsx";
import { useGo } from "../frame/use-go.ts";
import { inboxPath } from "../inbox/inbox-path.ts";
import { onChanged } from "../live/changed.ts";
import { useOwnSettings } from "../own-settings/use-own-settings.ts";
import { attentionTo, shareAttention } from "./attention.ts";
import { showOnDesktop } from "./desktop.ts";
import { heldLocks, holdLock } from "./hold-lock.ts";
import { playSound, unlockSound } from "./sound.ts";
import { useNoticeText } from "./use-notice-text.ts";
import { watchNotices } from "./watch-notices.ts";

/** What the tab that tells asks of the others. */
type Asked = { type: "ring" } | { type: "toast"; notice: Notice };
const channelName = "onethread-notices";
const ringer = "onethread-ringer";

/** Tells the agent what concerns them. Of all tabs of a browser one asks and decides; each does what only it can. */
export function Notifier() {
  const t = useTranslations("notifications");
  const textOf = useNoticeText();
  const go = useGo();
  const toasts = useToasts();
  const settings = useOwnSettings();
  const path = usePathname();

  useEffect(() => {
    const left = new AbortController();
    shareAttention(path, left.signal);
    return () => left.abort();
  }, [path]);

  const show = (notice: Notice) => {
    const { title, body } = textOf(notice, settings.notificationPreview);
    const open = () => go(inboxPath("all", notice.conversationId));
    toasts.add({ title, description: body, actionProps: { children: t("open"), onClick: open } });
  };
  const ring = () => playSound(settings.notificationSound, settings.notificationVolume);
  const hint = () => toasts.add({ title: t("soundBlocked"), description: t("soundBlockedText") });

  const tell = async (notices: readonly Notice[], ask: (asked: Asked) => void, ringsHere: () => boolean) => {
    let loud = false;
    for (const notice of notices) {
      const attention = await attentionTo(notice.conversationId);
      for (const way of decideNotification(notice.event, settings, attention)) {
        if (way === "sound") loud = true;
        else if (way === "toast") attention.focused && !document.hasFocus() ? ask({ type: "toast", notice }) : show(notice);
        else {
          const onClick = () => go(inboxPath("all", notice.conversationId));
          showOnDesktop({ ...textOf(notice, settings.notificationPreview), tag: notice.conversationId, onClick });
        }
      }
    }
    if (!loud || settings.notificationVolume === 0) return;
    const rings = (await heldLocks())?.includes(ringer) ?? ringsHere();
    if (!rings) hint();
    else if (ringsHere()) ring();
    else ask({ type: "ring" });
  };
  const wanted = notificationEvents.some((event) => settings[notificationSetting[event]].some((way) => way !== "count"));
  const latest = useRef({ tell, show, ring, wanted });
  latest.current = { tell, show, ring, wanted };

  useEffect(() => {
    const left = new AbortController();
    let rings = false;
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
      if (data.type === "ring" && rings) latest.current.ring();
      if (data.type === "toast" && document.hasFocus()) latest.current.show(data.notice);
    });
    // The tab that sounds need not be the one that tells: it is one in which somebody has pressed something.
    unlockSound(left.signal, () =>
      holdLock(ringer, left.signal, () => {
        rings = true;
      }),
    );
    holdLock("onethread-notifier", left.signal, () => {
      const stop = watchNotices(
        onChanged,
        () => latest.current.wanted,
        (notices) =>
          latest.current.tell(
            notices,
            (asked) => left.signal.aborted || channel.postMessage(asked),
            () => rings,
          ),
      );
      left.signal.addEventListener("abort", stop);
    });
    left.signal.addEventListener("abort", () => channel.close());
    return () => left.abort();
  }, []);
  return null;
}
