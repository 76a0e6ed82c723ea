"use client";
import { type RefObject, useCallback, useEffect, useRef } from "react";

/** How long the item that was gone to is lit, in ms. */
const lit = 1600;
/** For how long it is brought back into sight while what is around it finds its size, in ms; and how many frames it must stay. */
const patience = 3000;
const steady = 12;
/** Whoever does one of these looks for something else. */
const ownWays = ["wheel", "pointerdown", "keydown", "touchmove"] as const;

/** Goes to the item as soon as it is there; focuses and lights it once. Answers what its element is to be told to. */
export function useGoToTarget(target: string | null, there: boolean, goTo: RefObject<(id: string) => void>): (element: HTMLElement | null) => void {
  const place = useRef<HTMLElement | null>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (target === null || !there) return;
    const started = performance.now();
    let [frame, stayed] = [0, 0];
    const stop = () => {
      cancelAnimationFrame(frame);
      for (const way of ownWays) window.removeEventListener(way, stop);
    };
    const look = () => {
      stayed = place.current && isInSight(place.current) ? stayed + 1 : 0;
      if (stayed === 0) goTo.current(target);
      // A dialog from which it was gone to gives the focus back to where that was opened.
      else if (document.activeElement !== place.current) place.current?.focus({ preventScroll: true });
      if (stayed >= steady || performance.now() - started > patience) stop();
      else frame = requestAnimationFrame(look);
    };
    for (const way of ownWays) window.addEventListener(way, stop, { passive: true });
    look();
    return stop;
  }, [target, there, goTo]);
  return useCallback(
    (element) => {
      place.current = element;
      // The row leaves the page and comes back when it is scrolled: only its first time is an arrival.
      if (!element || shown.current === target) return;
      shown.current = target;
      element.focus({ preventScroll: true });
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      // Around it, not behind it: its words stay as easy to read as ever.
      const ring = (color: string) => ({ boxShadow: `0 0 0 2px ${color}` });
      const color = getComputedStyle(element).getPropertyValue("--c-accent");
      element.animate([ring(color), ring(color), ring("transparent")], { duration: lit, easing: still ? "steps(1, end)" : "ease-in" });
    },
    [target],
  );
}

function isInSight(element: HTMLElement): boolean {
  const [own, around] = [element.getBoundingClientRect(), element.closest("[data-scroller]")?.getBoundingClientRect()];
  return around !== undefined && own.top < around.bottom && own.bottom > around.top;
}
