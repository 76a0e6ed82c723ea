import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "./icon-button.tsx";

type Step = -1 | 1;
/** `onMove`: waited for, so that the focus goes along with what has moved by then. */
type Place = { isFirst: boolean; isLast: boolean; onMove: (step: Step) => unknown };

/** Moves one of a few to its neighbour's place: by buttons, or by Alt with an arrow wherever the focus stands in it. */
export function useMove({ isFirst, isLast, onMove }: Place) {
  const move = async (step: Step) => {
    if (step < 0 ? isFirst : isLast) return;
    const focused = document.activeElement;
    await onMove(step);
    // A row that changes its place may lose the focus on the way.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.isConnected && focused.focus());
  };
  return {
    buttons: { isFirst, isLast, move },
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      void move(event.key === "ArrowUp" ? -1 : 1);
    },
  };
}

type Props = ReturnType<typeof useMove>["buttons"] & { up: string; down: string; size?: "small" | "medium" };

/** `up`, `down`: what each does, for this one. */
export function MoveButtons({ isFirst, isLast, move, up, down, size = "small" }: Props) {
  return (
    <>
      <IconButton label={up} shortcut="Alt ↑" size={size} aria-disabled={isFirst} onClick={() => void move(-1)}>
        <ArrowUp aria-hidden className="size-4" />
      </IconButton>
      <IconButton label={down} shortcut="Alt ↓" size={size} aria-disabled={isLast} onClick={() => void move(1)}>
        <ArrowDown aria-hidden className="size-4" />
      </IconButton>
    </>
  );
}
