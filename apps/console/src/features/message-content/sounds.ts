import { externalStore } from "../../external-store.ts";
import { openConversationIn } from "../inbox/inbox-path.ts";

export const speeds = ["1", "1.5", "2"] as const;

/** Seconds. `length`: null until it is known. */
type SoundState = { playing: boolean; at: number; length: number | null; failed: boolean };
export type Sound = {
  state: ReturnType<typeof externalStore<SoundState>>;
  toggle: () => void;
  seek: (to: number) => void;
  setSpeed: (speed: number) => void;
};

/** So many are kept: a sound goes on while its message is scrolled out of the page, and stays where it was. */
const most = 30;
const kept = new Map<string, { sound: Sound; element: HTMLAudioElement }>();

/** What plays a file, made when it is first asked for. Only one plays at a time, and none once its conversation was left. */
export function soundOf(url: string): Sound {
  const before = kept.get(url);
  if (before) return before.sound;
  for (const [other, { element }] of kept) if (kept.size >= most && element.paused) kept.delete(other);
  const element = new Audio();
  element.preload = "metadata";
  const sound = control(element);
  element.src = url;
  kept.set(url, { sound, element });
  return sound;
}

function control(element: HTMLAudioElement): Sound {
  const state = externalStore<SoundState>({ playing: false, at: 0, length: null, failed: false });
  let place: string | null = null;
  const tell = () => {
    const length = Number.isFinite(element.duration) ? element.duration : null;
    state.set({ playing: !element.paused && !element.ended, at: element.currentTime, length, failed: element.error !== null });
  };
  for (const event of ["play", "pause", "ended", "seeked", "durationchange", "error"]) element.addEventListener(event, tell);
  element.addEventListener("timeupdate", () => {
    if (openConversationIn(window.location.pathname) !== place) element.pause();
    tell();
  });
  const play = () => {
    for (const other of kept.values()) if (other.element !== element) other.element.pause();
    place = openConversationIn(window.location.pathname);
    // Why it does not play, the element itself says.
    element.play().catch(tell);
  };
  return {
    state,
    toggle: () => (element.paused ? play() : element.pause()),
    seek: (to) => {
      element.currentTime = Math.min(Math.max(0, to), Number.isFinite(element.duration) ? element.duration : to);
      tell();
    },
    setSpeed: (speed) => {
      element.playbackRate = speed;
    },
  };
}
