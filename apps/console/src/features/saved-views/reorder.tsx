"use client";
import { type RefObject, useEffect, useRef } from "react";
import type { Move } from "./moved.ts";

/** A pointer that has gone so far drags; before that it presses. In px. */
const slack = 5;

type Props = {
  list: RefObject<HTMLElement | null>;
  ids: readonly string[];
  /** Where an entry is dragged to, before it is let go of. */
  onDrag: (move: Move | null) => void;
  onMove: (move: Move) => void;
};

/**
 * Lets the entries of a list be put in another order: dragged by a pointer, or with Alt and an arrow key on the one in
 * focus. Entries carry `data-move`, their id. By touch a list scrolls.
 */
export function Reorder({ list, ids, onDrag, onMove }: Props) {
  const latest = useRef({ ids, onDrag, onMove });
  latest.current = { ids, onDrag, onMove };
  const focused = useRef<string | null>(null);
  // Where its element was put somewhere else, the browser has taken the focus from it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the order becomes another
  useEffect(() => {
    const link = focused.current && list.current?.querySelector<HTMLElement>(`[data-move="${focused.current}"] a`);
    if (link) link.focus();
    focused.current = null;
  }, [ids.join()]);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let ended = () => {};
    const idOf = (target: EventTarget | null) =>
      (target instanceof Element ? target.closest("[data-move]")?.getAttribute("data-move") : null) ?? null;

    const down = (event: PointerEvent) => {
      const id = idOf(event.target);
      const onLink = event.target instanceof Element && event.target.closest("a");
      if (id === null || !onLink || event.button !== 0 || event.pointerType === "touch") return;
      let now: Move | null = null;
      const move = (moved: PointerEvent) => {
        if (!now && Math.abs(moved.clientY - event.clientY) < slack) return;
        now = { id, to: placeAt(element, id, moved.clientY) };
        latest.current.onDrag(now);
      };
      const up = () => {
        ended();
        if (!now) return;
        // The press that ends a drag opens nothing.
        element.addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => element.removeEventListener("click", swallow, { capture: true }));
        if (now.to !== latest.current.ids.indexOf(id)) latest.current.onMove(now);
      };
      const cancel = (key: KeyboardEvent) => {
        if (key.key !== "Escape") return;
        key.stopPropagation();
        now = null;
        ended();
      };
      ended = () => {
        latest.current.onDrag(null);
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", up);
        window.removeEventListener("pointercancel", ended);
        window.removeEventListener("keydown", cancel, { capture: true });
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", up);
      window.addEventListener("pointercancel", ended);
      window.addEventListener("keydown", cancel, { capture: true });
    };
    const key = (event: KeyboardEvent) => {
      const id = idOf(event.target);
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (id === null || step === 0 || !event.altKey) return;
      event.preventDefault();
      const to = latest.current.ids.indexOf(id) + step;
      if (to < 0 || to >= latest.current.ids.length) return;
      focused.current = id;
      latest.current.onMove({ id, to });
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("keydown", key);
    element.addEventListener("dragstart", stay);
    return () => {
      ended();
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("keydown", key);
      element.removeEventListener("dragstart", stay);
    };
  }, [list]);

  return null;
}

/** The browser would drag the link's address away. */
const stay = (event: Event) => event.preventDefault();
const swallow = (event: Event) => {
  event.preventDefault();
  event.stopPropagation();
};

/** Which place among the entries a pointer at this height means. */
function placeAt(list: HTMLElement, id: string, y: number): number {
  const others = [...list.querySelectorAll<HTMLElement>("[data-move]")].filter((entry) => entry.dataset.move !== id);
  return others.filter((entry) => {
    const { top, height } = entry.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}
