import { describe, expect, it } from "vitest";
import { type MacroAction, type MacroState, type MacroSurroundings, planMacro, takeMacroBack } from "./macro.ts";

const state: MacroState = { status: "open", snoozedUntil: null, priority: "normal", assigneeId: "agt_me", queueId: null, labels: ["lbl_a"] };
const around: MacroSurroundings = {
  now: Date.parse("2026-11-01T12:00:00.000Z"),
  agentId: "agt_me",
  mayWork: true,
  agents: new Set(["agt_me", "agt_other"]),
  queues: new Set(["que_a"]),
  labels: new Set(["lbl_a", "lbl_b"]),
};
const planned = (action: MacroAction, more: Partial<MacroSurroundings> = {}, from = state) => {
  const [step] = planMacro([action], from, { ...around, ...more });
  return step?.outcome === "refused" ? step.obstacle : step?.outcome === "changes" ? { ...step.after } : step?.outcome;
};

describe("planMacro", () => {
  it.each<[MacroAction, Partial<MacroState> | "nothing" | "agent_gone" | "queue_gone" | "label_gone"]>([
    [{ do: "insert_text", text: "Hi" }, {}],
    [{ do: "add_note", text: "Hi" }, {}],
    [{ do: "set_status", status: "open" }, "nothing"],
    [{ do: "set_status", status: "done" }, { status: "done" }],
    [
      { do: "snooze", hours: 2 },
      { status: "snoozed", snoozedUntil: "2026-11-01T14:00:00.000Z" },
    ],
    [{ do: "snooze", hours: null }, { status: "snoozed" }],
    [{ do: "set_priority", priority: "normal" }, "nothing"],
    [{ do: "set_priority", priority: "urgent" }, { priority: "urgent" }],
    [{ do: "assign", to: "me" }, "nothing"],
    [{ do: "assign", to: "nobody" }, { assigneeId: null }],
    [{ do: "assign", to: "agt_other" }, { assigneeId: "agt_other" }],
    [{ do: "assign", to: "agt_left" }, "agent_gone"],
    [{ do: "set_queue", queueId: null }, "nothing"],
    [{ do: "set_queue", queueId: "que_a" }, { queueId: "que_a" }],
    [{ do: "set_queue", queueId: "que_gone" }, "queue_gone"],
    [{ do: "add_labels", labels: ["lbl_a"] }, "nothing"],
    [{ do: "add_labels", labels: ["lbl_b", "lbl_gone"] }, { labels: ["lbl_a", "lbl_b"] }],
    [{ do: "add_labels", labels: ["lbl_gone"] }, "label_gone"],
    [{ do: "remove_labels", labels: ["lbl_a", "lbl_b"] }, { labels: [] }],
    [{ do: "remove_labels", labels: ["lbl_b"] }, "nothing"],
  ])("%j", (action, expected) => expect(planned(action)).toEqual(typeof expected === "string" ? expected : { ...state, ...expected }));

  it("goes on from what the action before left, and leaves out what was taken out", () => {
    const actions: MacroAction[] = [
      { do: "set_status", status: "done" },
      { do: "snooze", hours: null },
      { do: "snooze", hours: null },
      { do: "set_status", status: "open" },
    ];
    expect(planMacro(actions, state, around).map(({ outcome }) => outcome)).toEqual(["changes", "changes", "nothing", "changes"]);
    expect(planMacro(actions, state, around, new Set([0, 1, 2])).map(({ outcome }) => outcome)).toEqual(["skipped", "skipped", "skipped", "nothing"]);
  });

  it("changes nothing of somebody else's case, but a note and a text are allowed", () => {
    expect(planned({ do: "set_priority", priority: "high" }, { mayWork: false })).toBe("others_case");
    expect(planned({ do: "add_note", text: "x" }, { mayWork: false })).toEqual(state);
    expect(planned({ do: "assign", to: "me" }, { agentId: null })).toBe("nobody");
  });
});

describe("takeMacroBack", () => {
  const after: MacroState = { ...state, status: "snoozed", snoozedUntil: "2026-11-01T14:00:00.000Z", priority: "high", labels: ["lbl_b"] };

  it("is as it was", () => expect(takeMacroBack(state, after, after, around.now)).toEqual(state));

  it("leaves what somebody changed since", () => {
    const current: MacroState = { ...after, status: "open", snoozedUntil: null, priority: "urgent", labels: ["lbl_b", "lbl_c"], queueId: "que_a" };
    expect(takeMacroBack(state, after, current, around.now)).toEqual({ ...current, labels: ["lbl_c", "lbl_a"] });
  });

  it("wakes what would have woken by now", () => {
    const slept: MacroState = { ...state, status: "snoozed", snoozedUntil: "2026-11-01T11:00:00.000Z" };
    const done: MacroState = { ...state, status: "done" };
    expect(takeMacroBack(slept, done, done, around.now)).toMatchObject({ status: "open", snoozedUntil: null });
    expect(takeMacroBack(slept, done, done, around.now - 7_200_000)).toMatchObject({ status: "snoozed", snoozedUntil: slept.snoozedUntil });
  });
});
