import { describe, expect, it } from "vitest";
import { resolveKeymap } from "./keymap.ts";
import { afterKey, conflictOf, meantBy, readPressed } from "./pressed.ts";

const keymap = resolveKeymap({ keyPreset: "default", keys: {}, singleKeys: true });

describe("conflictOf", () => {
  it.each([
    ["o", null],
    ["e", null],
    ["shift+r", null],
    ["g>w", null],
    ["F2", null],
    ["mod+shift+l", null],
    ["r", { kind: "taken", by: "reply" }],
    ["?", { kind: "taken", by: "help" }],
    ["g>i", { kind: "taken", by: "goInbox" }],
    ["g", { kind: "prefix", by: "goInbox" }],
    ["r>w", { kind: "prefix", by: "reply" }],
    ["mod+t", { kind: "reserved" }],
    ["mod+shift+i", { kind: "reserved" }],
    ["F5", { kind: "reserved" }],
    ["Enter", { kind: "unusable" }],
    [",", { kind: "unusable" }],
  ])("%s for done", (keys, conflict) => expect(conflictOf("done", keys, keymap)).toEqual(conflict));
});

describe("readPressed", () => {
  const press = (code: string, key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) =>
    readPressed({ code, key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
  it("reads letters by their place and the rest as it is typed", () => {
    expect(press("KeyQ", "a")).toBe("q");
    expect(press("KeyQ", "A", { shiftKey: true })).toBe("shift+q");
    expect(press("KeyL", "l", { metaKey: true })).toBe("mod+l");
    expect(press("Slash", "?", { shiftKey: true })).toBe("?");
    expect(press("F2", "F2")).toBe("F2");
  });
  it("is no key: what types characters with Alt, what moves the focus, what only holds", () => {
    expect(press("KeyE", "€", { altKey: true, ctrlKey: true })).toBeNull();
    for (const key of ["Tab", "Enter", "Escape", "Shift", " ", "ArrowDown"]) expect(press(key, key)).toBeNull();
  });
  it("joins two letters, and begins anew with anything else", () => {
    expect([afterKey(null, "w"), afterKey("w", "e"), afterKey("w>e", "r"), afterKey("shift+w", "e"), afterKey("w", "?")]).toEqual([
      "w",
      "w>e",
      "r",
      "e",
      "?",
    ]);
  });
});

describe("meantBy", () => {
  const press = (key: string) => ({
    key,
    code: /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : "Digit8",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: /[A-Z]/.test(key),
  });

  it("reads keys and sequences in their order, and leaves out what means nothing", () => {
    expect(meantBy([..."jgm9Jg"].map(press), keymap)).toEqual([
      { id: "next", end: 1 },
      { id: "goMine", end: 3 },
      { id: "selectDown", end: 5 },
    ]);
    expect(meantBy([], keymap)).toEqual([]);
  });
});
