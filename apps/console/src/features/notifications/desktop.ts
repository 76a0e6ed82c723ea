import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

export type DesktopPermission = "default" | "granted" | "denied" | "unsupported";

/** Without https (but on this machine) browsers have the word and refuse the deed. */
const read = (): DesktopPermission =>
  typeof window === "undefined" || !("Notification" in window) || !window.isSecureContext ? "unsupported" : Notification.permission;

const permission = externalStore<DesktopPermission>("default");

/** Whether the desktop may be used; follows what is changed in the browser's own settings. */
export const useDesktopPermission = (): DesktopPermission => useSyncExternalStore(follow, permission.get, () => "default");

function follow(listener: () => void): () => void {
  permission.set(read());
  const stop = permission.subscribe(listener);
  const left = new AbortController();
  void navigator.permissions
    ?.query({ name: "notifications" })
    .then((status) => status.addEventListener("change", () => permission.set(read()), { signal: left.signal }))
    .catch(() => undefined);
  return () => {
    stop();
    left.abort();
  };
}

/** Asks. Only on a press of a button: browsers hold it against a page that asks by itself. */
export async function askPermission(): Promise<void> {
  await Notification.requestPermission();
  permission.set(read());
}

type Shown = { title: string; body?: string /** A newer one takes the place of an older one with the same tag. */; tag: string; onClick: () => void };

/** Shows one on the desktop. Answers whether it could: phones know them only from a service worker. */
export function showOnDesktop({ title, body, tag, onClick }: Shown): boolean {
  if (read() !== "granted") return false;
  try {
    // The sound is our own. `renotify` is missing in the library's types: it is in Chromium only.
    const options: NotificationOptions & { renotify: boolean } = { tag, silent: true, renotify: true, ...(body ? { body } : {}) };
    const shown = new Notification(title, options);
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
      onClick();
    });
    return true;
  } catch {
    permission.set("unsupported");
    return false;
  }
}
