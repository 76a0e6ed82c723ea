import { type ConditionTree, treeHolds } from "./condition-tree.ts";

/** What may be asked of a conversation where a list is narrowed, by how it is asked. */
export const conditionFields = {
  status: "choice",
  waitingOn: "choice",
  /** Agents' ids, `me`, `nobody`. */
  assignee: "choice",
  /** Queues' ids, `none`. */
  queue: "choice",
  channel: "choice",
  /** Labels' ids, `none`. One of them is enough. */
  label: "choice",
  priority: "choice",
  /** Whether a note mentions whoever asks: `new`, or `seen`. */
  mention: "choice",
  /** Agents' ids, `me`. One of them is enough. */
  follower: "choice",
  unread: "flag",
  /** The last message did not reach the customer, or nobody knows. */
  failed: "flag",
  /** The customer's name. */
  customer: "text",
  createdAt: "age",
  lastActivityAt: "age",
  waitingSince: "age",
} as const;

type Fields = typeof conditionFields;
export type ConditionField = keyof Fields;
type FieldOf<Kind> = { [Name in ConditionField]: Fields[Name] extends Kind ? Name : never }[ConditionField];
export type ChoiceField = FieldOf<"choice">;
export type AgeField = FieldOf<"age">;

/** One condition. `within`: at most so many hours ago; `over`: longer ago. What has no such time meets neither. */
export type ConversationLeaf =
  | { field: ChoiceField; op: "in" | "not_in"; values: string[] }
  | { field: FieldOf<"flag">; op: "is"; value: boolean }
  | { field: FieldOf<"text">; op: "contains" | "not_contains"; value: string }
  | { field: AgeField; op: "within" | "over"; hours: number };
export type ConversationCondition = ConditionTree<ConversationLeaf>;

/** What conditions look at. Ids as the API shows them, times as RFC 3339. */
export type ConditionSubject = {
  status: string;
  waitingOn: string | null;
  assignee: { id: string } | null;
  queueId: string | null;
  channels: readonly string[];
  labels: readonly string[];
  priority: string;
  /** Of whoever asks. */
  mention: string | null;
  followers: readonly { id: string }[];
  unread: number;
  customer: { name: string | null };
  lastMessage: { direction: string | null; deliveryStatus: string | null } | null;
  createdAt: string;
  lastActivityAt: string;
  waitingSince: string | null;
};
export type ConditionViewer = { agentId: string | null; now: number };

const hour = 3_600_000;

/** Whether a conversation meets a condition, as the database decides it for lists. */
export const meetsCondition = (condition: ConversationCondition, subject: ConditionSubject, viewer: ConditionViewer): boolean =>
  treeHolds<ConversationLeaf>(condition, (leaf) => {
    switch (leaf.op) {
      case "in":
        return leaf.values.some((value) => choicesOf(leaf.field, subject, viewer).includes(value));
      case "not_in":
        return !leaf.values.some((value) => choicesOf(leaf.field, subject, viewer).includes(value));
      case "is":
        return flagOf(leaf.field, subject) === leaf.value;
      case "contains":
        return contains(subject.customer.name, leaf.value);
      case "not_contains":
        return !contains(subject.customer.name, leaf.value);
      default: {
        const at = subject[leaf.field];
        return at !== null && viewer.now - Date.parse(at) <= leaf.hours * hour === (leaf.op === "within");
      }
    }
  });

/** All values that a conversation has for a field: choosing any of them finds it. */
function choicesOf(field: ChoiceField, subject: ConditionSubject, { agentId }: ConditionViewer): readonly string[] {
  switch (field) {
    case "status":
      return [subject.status];
    case "waitingOn":
      return subject.waitingOn ? [subject.waitingOn] : [];
    case "assignee": {
      const id = subject.assignee?.id;
      return id ? (id === agentId ? [id, "me"] : [id]) : ["nobody"];
    }
    case "queue":
      return [subject.queueId ?? "none"];
    case "channel":
      return subject.channels;
    case "label":
      return subject.labels.length > 0 ? subject.labels : ["none"];
    case "priority":
      return [subject.priority];
    case "mention":
      return subject.mention ? [subject.mention] : [];
    case "follower":
      return subject.followers.flatMap(({ id }) => (id === agentId ? [id, "me"] : [id]));
  }
}

function flagOf(field: "unread" | "failed", { unread, lastMessage }: ConditionSubject): boolean {
  if (field === "unread") return unread > 0;
  return lastMessage?.direction === "outbound" && (lastMessage.deliveryStatus === "failed" || lastMessage.deliveryStatus === "unknown");
}

const contains = (text: string | null, part: string): boolean => (text ?? "").toLowerCase().includes(part.toLowerCase());

const opsOf = { choice: ["in", "not_in"], flag: ["is"], text: ["contains", "not_contains"], age: ["within", "over"] } as const;

/** Whether something from outside has the shape of a condition. What its values may be only the API's schema says. */
export function isCondition(value: unknown): value is ConversationCondition {
  if (typeof value !== "object" || value === null) return false;
  const one = value as Record<string, unknown>;
  const group = one.all ?? one.any ?? one.none;
  if (group !== undefined) return Object.keys(one).length === 1 && Array.isArray(group) && group.every(isCondition);
  const kind = Object.hasOwn(conditionFields, String(one.field)) ? conditionFields[one.field as ConditionField] : undefined;
  if (!kind || !(opsOf[kind] as readonly unknown[]).includes(one.op)) return false;
  if (kind === "choice") return Array.isArray(one.values) && one.values.every((each) => typeof each === "string");
  if (kind === "flag") return typeof one.value === "boolean";
  return kind === "text" ? typeof one.value === "string" : typeof one.hours === "number";
}
