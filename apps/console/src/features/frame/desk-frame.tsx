"use client";
import type { AgentSettings, Me } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { keys } from "../../api/keys.ts";
import { PostOffice } from "../composer/post-office.tsx";
import { KeymapProvider } from "../keyboard/keymap-context.tsx";
import { ShortcutSheetHost } from "../keyboard/shortcut-sheet-host.tsx";
import { LiveUpdates } from "../live/live-updates.tsx";
import { NewVersionBar } from "../new-version/new-version-bar.tsx";
import { NotificationHost } from "../notifications/notification-host.tsx";
import { PaletteHost } from "../palette/palette-host.tsx";
import { StatusLine } from "../status/status-line.tsx";
import { UndoKey } from "../undo/undo-key.tsx";
import { DeskKeys } from "./desk-keys.tsx";
import { FontSize } from "./font-size.tsx";
import { MeProvider } from "./me.tsx";
import { NavRail } from "./nav-rail.tsx";
import { NetworkBar } from "./network-bar.tsx";

/** The frame around every screen of the desk: rail, bars about the connection, the screen. */
export function DeskFrame({ me, settings, children }: { me: Me; settings: AgentSettings | null; children: ReactNode }) {
  const client = useQueryClient();
  // Before anything below asks for them.
  useState(() => settings && client.setQueryData(keys.ownSettings, settings));
  const t = useTranslations("frame");
  return (
    <MeProvider me={me}>
      <KeymapProvider>
        <PostOffice>
          <div className="flex h-dvh flex-col overflow-hidden">
            <a href="#main" className="absolute start-2 top-2 z-50 -translate-y-20 rounded-control bg-fg px-3 py-2 text-surface focus:translate-y-0">
              {t("skipToMain")}
            </a>
            <NetworkBar />
            <NewVersionBar />
            <div className="flex min-h-0 flex-1 flex-col-reverse sm:flex-row">
              <NavRail />
              <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 outline-none">
                {children}
              </main>
            </div>
            <StatusLine />
          </div>
        </PostOffice>
        <FontSize />
        <LiveUpdates />
        <NotificationHost />
        <ShortcutSheetHost />
        <UndoKey />
        <DeskKeys />
        <PaletteHost />
      </KeymapProvider>
    </MeProvider>
  );
}
