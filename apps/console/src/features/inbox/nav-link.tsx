"use client";
import type { MouseEvent, ReactNode } from "react";

type Props = { href: string; current: boolean; keyShortcuts?: string | undefined; onOpen: () => void; children: ReactNode };

/** A place in the inbox: opened without asking the server for a page, or in a new tab as any link. */
export function NavLink({ href, current, keyShortcuts, onOpen, children }: Props) {
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a
      href={href}
      onClick={click}
      aria-keyshortcuts={keyShortcuts}
      aria-current={current ? "page" : undefined}
      className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-muted hover:bg-hover hover:text-fg aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-fg"
    >
      {children}
    </a>
  );
}
