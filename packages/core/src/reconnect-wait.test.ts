import { expect, it } from "vitest";
import { reconnectWait } from "./reconnect-wait.ts";

it.each([
  [0, 500, 2000],
  [1, 1000, 4000],
  [2, 2000, 8000],
  [50, 2000, 8000],
])("waits before attempt %i between %i and %i ms, as chance has it", (attempt, least, most) => {
  expect([reconnectWait(attempt, 0), reconnectWait(attempt, 0.5), reconnectWait(attempt, 0.999_999)]).toEqual([least, (least + most) / 2, most]);
});
