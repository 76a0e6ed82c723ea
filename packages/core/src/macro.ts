/** What a macro does, one after the other. Ids as the API shows them; `me` is whoever runs it. */
export type MacroAction =
  | { do: "insert_text"; text: string }
  | { do: "set_status"; status: "open" | "done" }
  /** Null: until the customer writes. */
  | { do: "snooze"; hours: number | null }
  | { do: "set_priority"; priority: "low" | "normal" | "high" | "urgent" }
  | { do: "assign"; to: string }
  | { do: "set_queue"; queueId: string | null }
  | { do: "add_labels"; labels: string[] }
  | { do: "remove_labels"; labels: string[] }
  | { do: "add_note"; text: string };
export type MacroActionKind = MacroAction["do"];

export const macroActionKinds = [
  "insert_text",
  "add_note",
  "add_labels",
  "remove_labels",
  "set_priority",
  "assign",
  "set_queue",
  "snooze",
  "set_status",
] as const satisfies readonly MacroActionKind[];

/** So many actions fit into one macro. */
export const mostMacroActions = 20;

/** What of a conversation macros change. Ids as the API shows them, times as RFC 3339. */
export type MacroState = {
  status: "open" | "snoozed" | "done";
  snoozedUntil: string | null;
  priority: "low" | "normal" | "high" | "urgent";
  assigneeId: string | null;
  queueId: string | null;
  labels: readonly string[];
};

/** What there is in the workspace, and what whoever runs the macro may. `now`: milliseconds. */
export type MacroSurroundings = {
  now: number;
  /** Null: a key, which is nobody to assign to. */
  agentId: string | null;
  /** Whether they may change this conversation; writing a note they may anyway. */
  mayWork: boolean;
  agents: ReadonlySet<string>;
  queues: ReadonlySet<string>;
  labels: ReadonlySet<string>;
};

/** Why an action is not done. */
export type MacroObstacle = "others_case" | "nobody" | "agent_gone" | "queue_gone" | "label_gone";

/** What becomes of one action. `nothing`: it is so already. `skipped`: it was taken out. */
export type MacroStep = {
  outcome: "changes" | "nothing" | "refused" | "skipped";
  obstacle: MacroObstacle | null;
  before: MacroState;
  after: MacroState;
};

/**
 * What a macro would do to a conversation, action by action, each on what the one before left behind. The screen shows
 * it before, and the operation does it by the same plan.
 */
export function planMacro(
  actions: readonly MacroAction[],
  state: MacroState,
  around: MacroSurroundings,
  skip: ReadonlySet<number> = new Set(),
): MacroStep[] {
  let before = state;
  return actions.map((action, index) => {
    const planned: Planned = skip.has(index) ? "skipped" : planAction(action, before, around);
    if (typeof planned === "string") {
      const outcome = planned === "changes" || planned === "nothing" || planned === "skipped" ? planned : "refused";
      return { outcome, obstacle: outcome === "refused" ? (planned as MacroObstacle) : null, before, after: before };
    }
    const step: MacroStep = { outcome: "changes", obstacle: null, before, after: { ...before, ...planned } };
    before = step.after;
    return step;
  });
}

type Planned = Partial<MacroState> | "changes" | "nothing" | "skipped" | MacroObstacle;

const hour = 3_600_000;

function planAction(action: MacroAction, state: MacroState, around: MacroSurroundings): Planned {
  if (action.do === "insert_text" || action.do === "add_note") return "changes";
  if (!around.mayWork) return "others_case";
  switch (action.do) {
    case "set_status":
      return action.status === state.status ? "nothing" : { status: action.status, snoozedUntil: null };
    case "snooze":
      if (action.hours === null)
        return state.status === "snoozed" && state.snoozedUntil === null ? "nothing" : { status: "snoozed", snoozedUntil: null };
      return { status: "snoozed", snoozedUntil: new Date(around.now + action.hours * hour).toISOString() };
    case "set_priority":
      return action.priority === state.priority ? "nothing" : { priority: action.priority };
    case "assign":
      return planAssign(action.to, state, around);
    case "set_queue":
      if (action.queueId === state.queueId) return "nothing";
      return action.queueId !== null && !around.queues.has(action.queueId) ? "queue_gone" : { queueId: action.queueId };
    case "add_labels": {
      const known = action.labels.filter((label) => around.labels.has(label));
      if (known.length === 0) return "label_gone";
      const missing = known.filter((label) => !state.labels.includes(label));
      return missing.length === 0 ? "nothing" : { labels: [...new Set([...state.labels, ...missing])] };
    }
    case "remove_labels":
      return state.labels.some((label) => action.labels.includes(label))
        ? { labels: state.labels.filter((label) => !action.labels.includes(label)) }
        : "nothing";
  }
}

function planAssign(to: string, state: MacroState, { agentId, agents }: MacroSurroundings): Planned {
  if (to === "me" && agentId === null) return "nobody";
  const assigneeId = to === "nobody" ? null : to === "me" ? agentId : to;
  if (assigneeId === state.assigneeId) return "nothing";
  return assigneeId !== null && !agents.has(assigneeId) ? "agent_gone" : { assigneeId };
}

/** What macros change, of a conversation as the API shows it. */
export const macroStateOf = (conversation: {
  status: MacroState["status"];
  snoozedUntil: string | null;
  priority: MacroState["priority"];
  assignee: { id: string } | null;
  queueId: string | null;
  labels: readonly string[];
}): MacroState => ({
  status: conversation.status,
  snoozedUntil: conversation.snoozedUntil,
  priority: conversation.priority,
  assigneeId: conversation.assignee?.id ?? null,
  queueId: conversation.queueId,
  labels: conversation.labels,
});

/**
 * Where a conversation stands when a run is taken back: what the run changed is as it was, but what somebody has changed
 * since stays. A snooze that would have ended by now has ended. `now`: milliseconds.
 */
export function takeMacroBack(before: MacroState, after: MacroState, current: MacroState, now: number): MacroState {
  const back = <K extends "priority" | "assigneeId" | "queueId">(key: K): MacroState[K] => (current[key] === after[key] ? before[key] : current[key]);
  const asleep = current.status === after.status && current.snoozedUntil === after.snoozedUntil;
  const over = before.status === "snoozed" && before.snoozedUntil !== null && Date.parse(before.snoozedUntil) <= now;
  const was = over ? ({ status: "open", snoozedUntil: null } as const) : { status: before.status, snoozedUntil: before.snoozedUntil };
  const added = after.labels.filter((label) => !before.labels.includes(label));
  const removed = before.labels.filter((label) => !after.labels.includes(label));
  const unchanged = before.status === after.status && before.snoozedUntil === after.snoozedUntil;
  return {
    ...(asleep && !unchanged ? was : { status: current.status, snoozedUntil: current.snoozedUntil }),
    priority: back("priority"),
    assigneeId: back("assigneeId"),
    queueId: back("queueId"),
    labels: [...new Set([...current.labels.filter((label) => !added.includes(label)), ...removed])],
  };
}
