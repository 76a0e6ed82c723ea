import { describe, expect, it } from "vitest";
import { keepShown } from "./keep-shown.ts";

/** Fetches that answer when the test says so. */
function desk() {
  let person = "ada";
  const asked: { personId: string; answer: (view: string) => void }[] = [];
  const shown: string[] = [];
  const refresh = keepShown<string>({
    whose: () => person,
    fetch: (personId) => new Promise((answer) => asked.push({ personId, answer })),
    show: (view) => void shown.push(`${view} to ${person}`),
    after: async () => false,
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { asked, shown, refresh, turn, choose: (id: string) => (person = id) };
}

describe("keepShown", () => {
  it("never shows a new person what was asked for the one before", async () => {
    const { asked, shown, refresh, turn, choose } = desk();
    const first = refresh();
    choose("bo");
    void refresh();
    asked[0]?.answer("people without bo");
    await turn();
    expect(shown).toEqual([]);
    expect(asked.map(({ personId }) => personId)).toEqual(["ada", "bo"]);
    asked[1]?.answer("people with bo");
    await first;
    expect(shown).toEqual(["people with bo to bo"]);
    expect(asked).toHaveLength(2);
  });

  it("joins calls while one is running, and works again after a failure", async () => {
    const { asked, shown, refresh, turn } = desk();
    const first = refresh();
    for (let index = 0; index < 5; index++) void refresh();
    asked[0]?.answer("one");
    await turn();
    asked[1]?.answer("two");
    await first;
    expect(shown).toEqual(["one to ada", "two to ada"]);
    const failing = keepShown<string>({ whose: () => "", fetch: () => Promise.reject(new Error("down")), show: () => {}, after: async () => false });
    await expect(failing()).rejects.toThrow("down");
    await expect(failing()).rejects.toThrow("down");
  });
});
