"use client";
import type { Attachment } from "@onethread/core/api";
import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { clock } from "../../i18n/clock.ts";
import { onIdle } from "../../on-idle.ts";
import { rememberedChoice } from "../../remembered-choice.ts";
import { cn } from "../../ui/class-names.ts";
import { downloadUrl } from "./describe-attachment.ts";
import { FileCard } from "./file-card.tsx";
import { soundShape } from "./sound-shape.ts";
import { soundOf, speeds } from "./sounds.ts";

const { use: useSpeed, set: setSpeed } = rememberedChoice("onethread.audio-speed", speeds, "1");

type Props = { attachment: Attachment; url: string; label: string };

/** Plays what somebody said, as its waveform: from any place in it, faster if one likes. What cannot be played can be downloaded. */
export function AudioPlayer({ attachment, url, label }: Props) {
  const t = useTranslations("content.player");
  const sound = soundOf(url);
  const { playing, at, length, failed } = useSyncExternalStore(sound.state.subscribe, sound.state.get, sound.state.get);
  const speed = useSpeed();
  useEffect(() => sound.setSpeed(Number(speed)), [sound, speed]);
  const { frame, shape } = useShape(url, attachment.bytes);

  if (failed) {
    return (
      <div className="my-1">
        <p role="alert" className="text-muted text-sm">
          {t("failed")}
        </p>
        <FileCard attachment={attachment} url={downloadUrl(url)} />
      </div>
    );
  }
  const end = length ?? Math.max(at, 1);
  // The browser's own steps are for the hand; by key one goes by what one has heard.
  const step = end > 30 ? 5 : 1;
  const byKey = (event: KeyboardEvent) => {
    const by: Record<string, number> = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: 3 * step, PageDown: -3 * step };
    const change = by[event.key];
    if (change === undefined) return;
    event.preventDefault();
    sound.seek(at + change);
  };
  const Icon = playing ? Pause : Play;
  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? "1";
  return (
    <figure ref={frame} className="my-1 w-72 max-w-full" data-testid="audio-player" data-playing={playing}>
      <figcaption className="mb-0.5 truncate text-muted text-sm">
        <bdi>{label}</bdi>
      </figcaption>
      {/* Time runs from left to right in every language, as the numbers beside it do. */}
      <div dir="ltr" className="flex items-center gap-2">
        <button
          type="button"
          aria-label={t(playing ? "pause" : "play", { name: label })}
          onClick={sound.toggle}
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent hover:bg-accent/90"
        >
          <Icon aria-hidden className={cn("size-4", !playing && "translate-x-px")} fill="currentColor" />
        </button>
        <span className="relative flex h-9 min-w-0 flex-1 items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
          <Shape shape={shape} part={at / end} />
          <input
            type="range"
            data-own-arrows
            aria-label={t("position")}
            aria-valuetext={t("of", { at: clock(at), length: clock(end) })}
            min={0}
            max={end}
            step={0.1}
            value={Math.min(at, end)}
            onChange={(event) => sound.seek(Number(event.target.value))}
            onKeyDown={byKey}
            className="absolute inset-0 m-0 size-full cursor-pointer opacity-0"
          />
        </span>
        <span aria-hidden className="tabular w-9 shrink-0 text-end text-muted text-sm">
          {length === null && at === 0 ? "–:––" : clock(playing || at > 0 ? at : end)}
        </span>
        <button
          type="button"
          aria-label={t("speed", { speed })}
          onClick={() => setSpeed(next)}
          className="tabular h-6 w-9 shrink-0 rounded-full bg-surface/70 font-medium text-muted text-sm hover:text-fg"
        >
          {speed}×
        </button>
      </div>
    </figure>
  );
}

/** The heights, as far as they are known; without them a plain bar. */
function Shape({ shape, part }: { shape: number[] | null; part: number }) {
  if (!shape) {
    return (
      <span aria-hidden className="h-1 w-full overflow-hidden rounded-full bg-control/50">
        <span className="block h-full rounded-full bg-accent" style={{ width: `${part * 100}%` }} />
      </span>
    );
  }
  return (
    <span aria-hidden className="flex h-full w-full items-center gap-px" data-testid="waveform">
      {shape.map((height, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
          key={index}
          className={cn("min-w-0 flex-1 rounded-full", (index + 0.5) / shape.length <= part ? "bg-accent" : "bg-control")}
          style={{ height: `${Math.max(8, height * 100)}%` }}
        />
      ))}
    </span>
  );
}

/** Works the waveform out once the player is seen and the browser has nothing else to do. */
function useShape(url: string, bytes: number | null) {
  const frame = useRef<HTMLElement>(null);
  const [shape, setShape] = useState<number[] | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let wanted = true;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      onIdle(() => wanted && void soundShape(url, bytes).then((heights) => wanted && setShape(heights)));
    });
    observer.observe(element);
    return () => {
      wanted = false;
      observer.disconnect();
    };
  }, [url, bytes]);
  return { frame, shape };
}
