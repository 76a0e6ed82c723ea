import { expect, it } from "vitest";
import { dropUndo, pushUndo, takeBack } from "./undo-stack.ts";

it("takes the last step back first, each once, and any by name", () => {
  const done: string[] = [];
  const [a, b] = [pushUndo("a", () => done.push("a")), pushUndo("b", () => done.push("b"))];
  pushUndo("c", () => done.push("c"));
  takeBack();
  takeBack(a);
  takeBack(a);
  dropUndo(b);
  takeBack();
  expect(done).toEqual(["c", "a"]);
});

it("remembers twenty steps", () => {
  const done: number[] = [];
  for (let n = 0; n < 25; n++) pushUndo(String(n), () => done.push(n));
  for (let n = 0; n < 30; n++) takeBack();
  expect(done).toEqual(Array.from({ length: 20 }, (_, n) => 24 - n));
});
