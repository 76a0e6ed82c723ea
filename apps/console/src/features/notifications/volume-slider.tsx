"use client";
import { useState } from "react";

type Props = { volume: number; onChoose: (volume: number) => void; "aria-label"?: string; "aria-describedby"?: string };

/** How loud, in per cent. Takes effect, and is heard, when it is let go. */
export function VolumeSlider({ volume, onChoose, ...rest }: Props) {
  const [moving, setMoving] = useState<number | null>(null);
  const settle = () => {
    if (moving !== null && moving !== volume) onChoose(moving);
    setMoving(null);
  };
  return (
    <span className="flex w-44 shrink-0 items-center gap-2">
      <input
        {...rest}
        type="range"
        min={0}
        max={100}
        step={5}
        data-own-arrows
        value={moving ?? volume}
        onChange={(event) => setMoving(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
        className="h-6 min-w-0 flex-1 accent-(--c-accent)"
      />
      <span className="tabular w-9 text-end text-muted text-sm">{moving ?? volume} %</span>
    </span>
  );
}
