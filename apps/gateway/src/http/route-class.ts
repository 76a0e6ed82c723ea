/** Resources of the API, as metrics name them. Anything else is `other`: a stranger may ask for any path. */
const resources = new Set([
  "agents",
  "api-keys",
  "attachments",
  "bulk-changes",
  "business-hours",
  "channel-accounts",
  "conversation-count",
  "conversations",
  "customers",
  "getting-started",
  "invitations",
  "items",
  "labels",
  "canned-replies",
  "macro-runs",
  "macros",
  "me",
  "merge-suggestions",
  "merges",
  "messages",
  "practice-messages",
  "presence",
  "queues",
  "routing-rules",
  "saved-views",
  "scheduled-messages",
  "search",
  "setup",
  "templates",
  "views",
  "status",
  "webhook-events",
  "webhook-replays",
]);
const heads: Record<string, string> = {
  webhooks: "webhooks",
  live: "live",
  widget: "widget",
  healthz: "probes",
  readyz: "probes",
  version: "probes",
};

/** The kind of route an address belongs to: a label of metrics, one of a few dozen. */
export function routeClass(url: string): string {
  const [, first = "", second = "", third = ""] = (url.split("?")[0] ?? "").split("/");
  if (first !== "api") return heads[first] ?? "other";
  if (second === "auth") return "sign-in";
  if (second === "v1") return resources.has(third) ? third : "other";
  return second === "media" ? "media" : "other";
}
