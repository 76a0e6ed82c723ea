import type { NotificationSound } from "@onethread/core";

/** One tone: from and to in hertz, when it begins and how long it lasts in seconds. */
type Tone = { wave: OscillatorType; from: number; to: number; at: number; for: number; loud: number };

const tones: Record<NotificationSound, readonly Tone[]> = {
  chime: [
    { wave: "sine", from: 880, to: 880, at: 0, for: 0.5, loud: 0.6 },
    { wave: "sine", from: 1318.5, to: 1318.5, at: 0.12, for: 0.7, loud: 0.5 },
  ],
  drop: [{ wave: "sine", from: 1100, to: 420, at: 0, for: 0.22, loud: 0.8 }],
  knock: [
    { wave: "triangle", from: 220, to: 120, at: 0, for: 0.12, loud: 1 },
    { wave: "triangle", from: 220, to: 120, at: 0.16, for: 0.12, loud: 1 },
  ],
};

let audio: AudioContext | undefined;
/** Browsers let a page sound only after somebody has pressed something in it. */
let ready = false;

/** Readies the sound at the first press or key in this tab, and says so. */
export function unlockSound(signal: AbortSignal, unlocked: () => void): void {
  const waiting = new AbortController();
  signal.addEventListener("abort", () => waiting.abort());
  const unlock = async () => {
    audio ??= new AudioContext();
    await audio.resume().catch(() => undefined);
    if (audio.state !== "running" || waiting.signal.aborted) return;
    waiting.abort();
    ready = true;
    unlocked();
  };
  if (ready) unlocked();
  else
    for (const gesture of ["pointerup", "keydown"]) window.addEventListener(gesture, () => void unlock(), { signal: waiting.signal, capture: true });
}

/** Plays a sound; volume in per cent. Silent where the browser does not allow any yet. */
export function playSound(sound: NotificationSound, volume: number): void {
  if (!audio || !ready || volume === 0) return;
  for (const tone of tones[sound]) {
    const begin = audio.currentTime + tone.at;
    const [source, gain] = [audio.createOscillator(), audio.createGain()];
    source.type = tone.wave;
    source.frequency.setValueAtTime(tone.from, begin);
    source.frequency.exponentialRampToValueAtTime(tone.to, begin + tone.for);
    // Loudness is felt by powers: half the slider is half as loud.
    gain.gain.setValueAtTime(tone.loud * (volume / 100) ** 2, begin);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + tone.for);
    source.connect(gain).connect(audio.destination);
    source.start(begin);
    source.stop(begin + tone.for);
  }
}
