"use client";
import { type RefObject, useEffect, useRef } from "react";

/** Home and End in the list go to its first row and to the last one that is loaded. */
export function useListEnds(list: RefObject<HTMLElement | null>, order: readonly string[], goTo: (id: string) => void): void {
  const latest = useRef({ order, goTo });
  latest.current = { order, goTo };
  useEffect(() => {
    const element = list.current;
    const pressed = (event: KeyboardEvent) => {
      if ((event.key !== "Home" && event.key !== "End") || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const id = latest.current.order.at(event.key === "Home" ? 0 : -1);
      if (!id) return;
      event.preventDefault();
      latest.current.goTo(id);
    };
    element?.addEventListener("keydown", pressed);
    return () => element?.removeEventListener("keydown", pressed);
  }, [list]);
}
