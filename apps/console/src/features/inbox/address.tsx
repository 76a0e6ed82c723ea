"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useLayoutEffect, useState, useSyncExternalStore } from "react";

/**
 * The address of the inbox as it is now. The router of the pages tells of a change only when it has thought all pages over
 * again; here it is told in the same turn, so that what was asked for is in the next frame.
 */
type Address = { pathname: string; search: string };

const listeners = new Set<() => void>();
const moved = () => {
  for (const listener of listeners) listener();
};
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

const isInbox = (pathname: string) => pathname.startsWith("/inbox/");
/** What holds while the browser still shows the address of the page before. */
const Arrival = createContext<Address>({ pathname: "/inbox/all", search: "" });

export function InboxAddress({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const [arrival] = useState<Address>(() => ({ pathname, search: search && `?${search}` }));
  // What others change in the address (links, filters of the list) comes by the router.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of exactly when these change
  useLayoutEffect(moved, [pathname, search]);
  return <Arrival value={arrival}>{children}</Arrival>;
}

/** A part of the address; what `part` answers must be equal as long as the address is. */
export function useAddress<T extends string | null>(part: (address: Address) => T): T {
  const arrival = useContext(Arrival);
  return useSyncExternalStore(
    subscribe,
    () => part(isInbox(window.location.pathname) ? window.location : arrival),
    () => part(arrival),
  );
}

/** Goes to an address of the inbox, from within it. */
export function goTo(href: string): void {
  if (href === window.location.pathname + window.location.search) return;
  window.history.pushState(null, "", href);
  moved();
}

/** Changes what the address says of the place one is in; Back does not stop at it. */
export function rewriteSearch(search: string): void {
  window.history.replaceState(null, "", window.location.pathname + search);
  moved();
}
