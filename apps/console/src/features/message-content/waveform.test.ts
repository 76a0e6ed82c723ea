import { expect, it } from "vitest";
import { heightsOf } from "./waveform.ts";

const sound = (length: number, level: (at: number) => number) => Float32Array.from({ length }, (_, at) => level(at) * (at % 2 ? 1 : -1));

it("is as high as the sound is loud, the loudest at the top", () => {
  const heights = heightsOf(
    sound(8000, (at) => (at < 4000 ? 0.1 : 0.2)),
    4,
  );
  expect(heights.map((height) => height.toFixed(2))).toEqual(["0.50", "0.50", "1.00", "1.00"]);
});

it("is flat for silence, and whole for a sound shorter than its bars", () => {
  expect(heightsOf(new Float32Array(1000), 3)).toEqual([0, 0, 0]);
  expect(
    heightsOf(
      sound(2, () => 1),
      4,
    ),
  ).toHaveLength(4);
  expect(heightsOf(new Float32Array(0), 2)).toEqual([0, 0]);
});
