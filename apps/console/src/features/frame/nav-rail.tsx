"use client";
import { Inbox, Keyboard, LogOut, Palette, Search, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "../../ui/avatar.tsx";
import { cn } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Logo } from "../../ui/logo.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";
import { openShortcutSheet } from "../keyboard/shortcut-sheet-host.tsx";
import { StandingMark } from "../status/standing-mark.tsx";
import { useStanding } from "../status/use-standing.ts";
import { leave } from "./desk-keys.tsx";
import { useMe } from "./me.tsx";

/** The rail at the start edge; a bar at the bottom of a phone, where an open conversation hides it. */
export function NavRail() {
  const hint = useHint();
  const t = useTranslations("frame");
  const path = usePathname();
  const inConversation = /^\/inbox\/[^/]+\/cnv_/.test(path);
  return (
    <nav
      aria-label={t("mainNavigation")}
      className={cn(
        "flex shrink-0 items-center gap-1 border-line border-t bg-app px-2 sm:w-12 sm:flex-col sm:border-t-0 sm:border-e sm:px-0 sm:py-2",
        inConversation ? "h-0 overflow-hidden border-0 sm:h-auto sm:border-e" : "h-12 sm:h-auto",
      )}
    >
      <Logo className="mb-2 hidden size-6 sm:block" />
      <RailLink href="/inbox/all" current={path.startsWith("/inbox")} label={t("inbox")}>
        <Inbox aria-hidden className="size-5" strokeWidth={1.75} />
      </RailLink>
      <RailLink href="/search" current={path.startsWith("/search")} label={t("search")} shortcut={hint("search")}>
        <Search aria-hidden className="size-5" strokeWidth={1.75} />
      </RailLink>
      <RailLink href="/settings/channels" current={path.startsWith("/settings")} label={t("settings")}>
        <Settings aria-hidden className="size-5" strokeWidth={1.75} />
      </RailLink>
      <StandingOnPhone />
      <IconButton label={t("shortcuts")} shortcut={hint("help")} onClick={openShortcutSheet} className="hidden sm:inline-flex">
        <Keyboard aria-hidden className="size-5" strokeWidth={1.75} />
      </IconButton>
      <PersonMenu />
    </nav>
  );
}

/** On a phone the line at the foot of the screen is there only when something is wrong: that all is well stands here. */
function StandingOnPhone() {
  const { standing, text } = useStanding();
  const well = standing.kind === "live" || standing.kind === "connecting";
  return (
    <span className="flex flex-1 items-center justify-end gap-1.5 px-2 text-muted text-sm">
      {well && (
        <span className="flex items-center gap-1.5 sm:hidden">
          <StandingMark standing={standing} />
          {text}
        </span>
      )}
    </span>
  );
}

type RailLinkProps = { href: string; current: boolean; label: string; shortcut?: string | undefined; children: ReactNode };

function RailLink({ href, current, label, shortcut, children }: RailLinkProps) {
  return (
    <Tooltip label={label} side="inline-end" shortcut={shortcut}>
      <Link
        href={href}
        aria-label={label}
        aria-current={current ? "page" : undefined}
        className="flex size-9 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-fg aria-[current]:bg-selected aria-[current]:text-accent-text"
      >
        {children}
      </Link>
    </Tooltip>
  );
}

function PersonMenu() {
  const hint = useHint();
  const t = useTranslations("frame");
  const { agent, workspace } = useMe();
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className="rounded-full">
          <span className="sr-only">{t("personMenu", { name: agent?.name ?? "" })}</span>
          <Avatar name={agent?.name ?? null} />
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{agent?.name}</p>
        <p className="truncate text-muted text-sm">{agent?.email}</p>
        <p className="mt-1 truncate text-muted text-sm">{workspace.name}</p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<Palette aria-hidden className="size-4" />} onSelect={() => window.location.assign("/settings/appearance")}>
        {t("appearance")}
      </MenuItem>
      <MenuItem icon={<Keyboard aria-hidden className="size-4" />} shortcut={hint("help")} onSelect={openShortcutSheet}>
        {t("shortcuts")}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden className="size-4 rtl:-scale-x-100" />} onSelect={() => void leave()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
