import { expect, it, onTestFinished, vi } from "vitest";
import { lookUpTogether } from "./look-up-together.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Statements that are answered when the test says so. */
function statements() {
  const asked: { keys: string[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const find = (keys: string[]) =>
    new Promise<Map<string, string>>((resolve, reject) => {
      const there = keys.filter((key) => !key.startsWith("no"));
      asked.push({ keys, answer: () => resolve(new Map(there.map((key) => [key, key.toUpperCase()]))), fail: reject });
    });
  return { asked, lookUp: lookUpTogether(find) };
}

it("asks once for all who arrive in one turn, and once for those who ask the same", async () => {
  const { asked, lookUp } = statements();
  const all = Promise.all([lookUp("a"), lookUp("b"), lookUp("nobody"), lookUp("a")]);
  await turn();
  expect(asked.map(({ keys }) => keys)).toEqual([["a", "b", "nobody"]]);
  asked[0]?.answer();
  expect(await all).toEqual(["A", "B", undefined, "A"]);
});

it("has two statements under way at most, and never answers by one that began before the question", async () => {
  const { asked, lookUp } = statements();
  const answers: (string | undefined)[] = [];
  const ask = async (key: string) => {
    void lookUp(key).then((answer) => answers.push(answer));
    await turn();
  };
  for (const key of ["a", "b", "a", "c"]) await ask(key);
  expect(asked.map(({ keys }) => keys)).toEqual([["a"], ["b"]]);
  asked[0]?.answer();
  await turn();
  await turn();
  expect(answers).toEqual(["A"]);
  expect(asked.map(({ keys }) => keys)).toEqual([["a"], ["b"], ["a", "c"]]);
});

it("does not let anybody wait long for a database that is silent", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { asked, lookUp } = statements();
  const ask = async (key: string) => {
    const settled = Promise.allSettled([lookUp(key)]);
    await turn();
    return { settled };
  };
  const [first, second, third] = [await ask("a"), await ask("b"), await ask("c")];
  vi.advanceTimersByTime(1000);
  expect(await third.settled).toMatchObject([{ status: "rejected", reason: { code: "57014" } }]);
  asked[0]?.answer();
  asked[1]?.answer();
  expect([...(await first.settled), ...(await second.settled)]).toMatchObject([{ value: "A" }, { value: "B" }]);
  await turn();
  expect(asked).toHaveLength(2);
});

it("asks for 500 at a time, and tells a failure to those whom it concerns", async () => {
  const { asked, lookUp } = statements();
  const all = Promise.allSettled(Array.from({ length: 501 }, (_, index) => lookUp(`key ${index}`)));
  await turn();
  asked[0]?.fail(new Error("gone"));
  await turn();
  await turn();
  asked[1]?.answer();
  const settled = await all;
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(500);
  expect(settled[500]).toEqual({ status: "fulfilled", value: "KEY 500" });
});
