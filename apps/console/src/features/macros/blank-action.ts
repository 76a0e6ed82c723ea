import { type MacroAction, type MacroActionKind, unknownVariables } from "@onethread/core";

/** An action to begin with. Texts, labels and people are still to be filled in. */
export function blankAction(kind: MacroActionKind): MacroAction {
  switch (kind) {
    case "insert_text":
    case "add_note":
      return { do: kind, text: "" };
    case "add_labels":
    case "remove_labels":
      return { do: kind, labels: [] };
    case "set_priority":
      return { do: kind, priority: "high" };
    case "assign":
      return { do: kind, to: "me" };
    case "set_queue":
      return { do: kind, queueId: null };
    case "snooze":
      return { do: kind, hours: null };
    case "set_status":
      return { do: kind, status: "done" };
  }
}

/** Whether the server would take it. */
export function isFilled(action: MacroAction): boolean {
  if ("text" in action) return action.text.trim() !== "" && (action.do === "add_note" || unknownVariables(action.text).length === 0);
  if ("labels" in action) return action.labels.length > 0;
  return action.do !== "snooze" || action.hours === null || (action.hours >= 1 && action.hours <= 8784);
}
