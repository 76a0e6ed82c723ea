import { heightsOf } from "./waveform.ts";

/** A longer file is only played: its shape would take more of the browser than it tells. Bytes. */
const largest = 2 * 1024 * 1024;
/** Enough to see where somebody speaks. Samples a second. */
const rate = 8000;

const known = new Map<string, Promise<number[] | null>>();
/** One after the other: nobody waits for a waveform. */
let before: Promise<unknown> = Promise.resolve();

/** The waveform of a file; null: it is too large, or the browser cannot read it. Worked out once. */
export function soundShape(url: string, bytes: number | null): Promise<number[] | null> {
  if (bytes === null || bytes > largest) return Promise.resolve(null);
  const made = known.get(url) ?? before.then(() => read(url)).catch(() => null);
  before = made;
  known.set(url, made);
  return made;
}

async function read(url: string): Promise<number[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the file could not be read: ${response.status}`);
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await response.arrayBuffer());
  return heightsOf(sound.getChannelData(0));
}
