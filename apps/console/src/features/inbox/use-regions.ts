"use client";
import { useEffect } from "react";
import { useShortcut } from "../keyboard/use-shortcut.ts";

/** Where the focus was in a region when one left it. */
const left = new WeakMap<Element, HTMLElement>();
let latest: Element | null = null;
const tabbable = "a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex='0']";

/** Goes from region to region by key: views, list, conversation, composer, details, as far as they are shown, and round again. */
export function useRegions(): void {
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const region = target instanceof HTMLElement && target.closest("[data-region]");
      if (!region) return;
      left.set(region, target);
      latest = region;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useShortcut("nextRegion", () => go(1));
  useShortcut("previousRegion", () => go(-1));
}

function go(step: 1 | -1): void {
  // What is told at the lower edge takes the same key by itself; from there one goes on.
  const notices = document.querySelector("[data-notices]");
  if (notices?.firstElementChild && !notices.contains(document.activeElement)) return;
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(isShown);
  const current = document.activeElement?.closest("[data-region]") ?? latest;
  const at = current instanceof HTMLElement ? regions.indexOf(current) : -1;
  const from = at === -1 && step === -1 ? 0 : at;
  for (let n = 1; n <= regions.length; n++) {
    const region = regions[(from + step * n + regions.length * n) % regions.length];
    const place = region && placeIn(region);
    if (place) {
      place.focus();
      return;
    }
  }
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** Where one was, where the region begins for who works in it, or the first thing that takes the focus. */
function placeIn(region: HTMLElement): HTMLElement | undefined {
  const own = (element: HTMLElement) => element.closest("[data-region]") === region && isShown(element);
  const before = left.get(region);
  if (before?.isConnected && own(before)) return before;
  const starts = ["[data-region-start]", "[aria-current=page]", tabbable];
  for (const start of starts) {
    const found = [...region.querySelectorAll<HTMLElement>(start)].find(own);
    if (found) return found;
  }
  return undefined;
}
