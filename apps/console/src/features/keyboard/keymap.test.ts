import { keyPresets } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { ariaKeys, isFixed, leadersOf, resolveKeymap, showKeys, shownIn } from "./keymap.ts";
import { conflictOf } from "./pressed.ts";
import { shortcuts } from "./shortcuts.ts";

const settings = { keyPreset: "default", keys: {}, singleKeys: true } as const;
const keymap = resolveKeymap(settings);

describe("resolveKeymap", () => {
  it("takes one's own key before the preset's, and that before ours", () => {
    expect(keymap.get("done")).toBe("e");
    expect(resolveKeymap({ ...settings, keyPreset: "intercom" }).get("snooze")).toBe("z");
    const own = resolveKeymap({ ...settings, keyPreset: "intercom", keys: { snooze: "w", done: null, reopen: "shift+e" } });
    expect([own.get("snooze"), own.get("undo"), own.has("done"), own.get("reopen")]).toEqual(["w", "h", false, "shift+e"]);
  });

  it("gives a key that somebody chose to nothing else", () => {
    const map = resolveKeymap({ keyPreset: "default", keys: { done: "w" }, singleKeys: true });
    expect([map.get("done"), [...map].filter(([, keys]) => keys.split(",").includes("w")).length]).toEqual(["w", 1]);
  });

  it("takes no nonsense, and changes nothing that is fixed", () => {
    const own = resolveKeymap({ ...settings, keys: { done: "ctrl+alt+delete", send: "s", unheard: "q" } });
    expect(own).toEqual(keymap);
  });

  it("without single keys leaves what no stray character presses", () => {
    const beside = { messageUp: "shift+ArrowUp", messageDown: "shift+ArrowDown", nextRegion: "F6", previousRegion: "shift+F6" };
    const left = resolveKeymap({ ...settings, keys: { done: "F2", reply: "mod+shift+l", note: "shift+n" }, singleKeys: false });
    expect(Object.fromEntries(left)).toEqual({
      next: "ArrowDown",
      previous: "ArrowUp",
      leave: "Escape",
      ...beside,
      done: "F2",
      reply: "mod+shift+l",
    });
  });

  it.each(keyPresets)("%s has no key twice, and none that begins a sequence", (keyPreset) => {
    const preset = resolveKeymap({ ...settings, keyPreset });
    for (const [id, keys] of preset) {
      for (const one of keys.split(",").filter((key) => !/(^|\+)[A-Z]/.test(key))) expect([id, conflictOf(id, one, preset)]).toEqual([id, null]);
    }
  });
});

it("shows keys as they were always shown", () => {
  for (const { id, shown } of shortcuts) expect(shownIn(keymap, id)).toEqual(shown);
  expect(showKeys("mod+shift+l")).toEqual(["⌘ / Ctrl", "Shift", "L"]);
  expect(shownIn(resolveKeymap({ ...settings, keys: { done: null } }), "done")).toEqual([]);
  expect([isFixed("send"), isFixed("reopen"), isFixed("done")]).toEqual([true, false, false]);
});

it("tells who waits for a second key, and screen readers what there is", () => {
  expect([...leadersOf(keymap)]).toEqual(["KeyG"]);
  expect([...leadersOf(resolveKeymap({ ...settings, keys: { done: "1>w" } }))]).toEqual(expect.arrayContaining(["KeyG", "Digit1"]));
  expect([ariaKeys("shift+e"), ariaKeys("g>i"), ariaKeys(undefined), ariaKeys("u,Escape")]).toEqual(["Shift+e", undefined, undefined, "u Escape"]);
});
