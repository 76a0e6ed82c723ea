/** How many bars a waveform has. */
const bars = 44;

/** How loud a sound is along its time, as so many heights from 0 to 1: the loudest is 1, silence all along is 0. */
export function heightsOf(samples: Float32Array, count: number = bars): number[] {
  const size = samples.length / count;
  const levels = Array.from({ length: count }, (_, bar) => {
    const [from, to] = [Math.floor(bar * size), Math.max(Math.floor(bar * size) + 1, Math.floor((bar + 1) * size))];
    let sum = 0;
    for (let at = from; at < to; at++) sum += (samples[at] ?? 0) ** 2;
    return Math.sqrt(sum / (to - from));
  });
  const loudest = Math.max(...levels);
  return levels.map((level) => (loudest > 0.001 ? level / loudest : 0));
}
