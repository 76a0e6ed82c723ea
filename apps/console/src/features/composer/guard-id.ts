import type { TimelineItem } from "@onethread/core/api";

type Seen = Pick<TimelineItem, "id" | "type" | "direction" | "author">;

/**
 * The message a reply was written in the light of: the newest one that stood there when it was begun. What the customer
 * and the writer themselves have said since moves it on; what a colleague or a bot has said stops it, and the server asks.
 */
export function guardId(items: readonly Seen[], sinceId: string | null, agentId: string | null): string | undefined {
  const messages = items.filter(({ type }) => type === "message");
  const begun = messages.findIndex(({ id }) => id === sinceId);
  // Written to before anything was loaded, or so long ago that it is not loaded any more: the server knows.
  if (begun === -1) return sinceId ?? messages.at(-1)?.id;
  const news = messages.slice(begun + 1);
  const stop = news.findIndex(
    ({ direction, author: { type, id } }) => direction === "outbound" && (type === "agent" || type === "bot") && id !== agentId,
  );
  return (stop === -1 ? news.at(-1) : news[stop - 1])?.id ?? messages[begun]?.id;
}
