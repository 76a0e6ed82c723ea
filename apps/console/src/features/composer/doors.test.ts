import type { Door } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { pickDoor, takesText } from "./doors.ts";

const now = Date.parse("2026-01-01T12:00:00.000Z");
const door = (more: Partial<Door>): Door => ({ id: "a", state: "open", allowed: ["text"], expiresAt: null, isDefault: false, ...more }) as Door;

describe("takesText", () => {
  it.each([
    [{}, true],
    [{ state: "closing", expiresAt: "2026-01-01T12:01:00.000Z" }, true],
    [{ state: "closing", expiresAt: "2026-01-01T11:59:00.000Z" }, false],
    [{ state: "human_agent", allowed: ["text"] }, true],
    [{ state: "template_only", allowed: ["template"] }, false],
    [{ state: "blocked", allowed: [] }, false],
    [{ state: "open", allowed: ["reaction"] }, false],
    [{ state: "unknown", allowed: [] }, true],
  ] as [Partial<Door>, boolean][])("%j: %s", (more, expected) => {
    expect(takesText(door(more), now)).toBe(expected);
  });
});

describe("pickDoor", () => {
  const doors = [door({ id: "a" }), door({ id: "b", isDefault: true, state: "blocked" }), door({ id: "c" })];
  it("takes the customer's last door even when it is shut", () => {
    expect(pickDoor(doors, null)?.id).toBe("b");
  });
  it("obeys the agent, and forgets a door that is gone", () => {
    expect(pickDoor(doors, "c")?.id).toBe("c");
    expect(pickDoor(doors, "gone")?.id).toBe("b");
    expect(pickDoor([], null)).toBeUndefined();
  });
});
