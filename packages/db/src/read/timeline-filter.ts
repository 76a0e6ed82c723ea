import { channels, fail, ok, type Result } from "@onethread/core";
import { itemTypes } from "@onethread/core/api";

/** What of a timeline is asked for. Without any of these: everything. */
export type TimelineFilter = {
  /** Some of message, note, event; separated by commas. */
  kinds?: string | undefined;
  /** Channels, separated by commas. */
  channels?: string | undefined;
  /** The UUID of a case, or the latest one of the conversation. */
  case?: string | undefined;
  pinned?: "true" | undefined;
};

/** Conditions on `i`, items of the conversation `v`. `place` keeps a value and answers the place it has in the statement. */
export type Where = (place: (value: unknown) => string) => string;

/** Refuses kinds and channels that there are none of. Only what a timeline's own index has read is looked at; pinned ones have an index. */
export function filterOf(filter: TimelineFilter): Result<Where> {
  const kinds = listed(filter.kinds, itemTypes, "kinds");
  if (!kinds.ok) return kinds;
  const through = listed(filter.channels, channels, "channels");
  if (!through.ok) return through;
  return ok((place) =>
    [
      kinds.value && `AND i.type = ANY(${place(kinds.value)}::text[])`,
      through.value && `AND i.channel = ANY(${place(through.value)}::text[])`,
      filter.case === "latest" && `AND i.case_id = (${latestCase})`,
      filter.case && filter.case !== "latest" && `AND i.case_id = ${place(filter.case)}::uuid`,
      filter.pinned && "AND i.pinned_at IS NOT NULL",
    ]
      .filter(Boolean)
      .join(" "),
  );
}

const latestCase =
  "SELECT c.id FROM cases c WHERE c.workspace_id = v.workspace_id AND c.conversation_id = v.id ORDER BY c.opened_at DESC, c.id DESC LIMIT 1";

function listed(text: string | undefined, known: readonly string[], name: string): Result<string[] | null> {
  if (text === undefined) return ok(null);
  const values = text.split(",");
  if (values.every((value) => known.includes(value))) return ok(values);
  return fail("invalid_request", `${name} takes some of ${known.join(", ")}, separated by commas.`, {
    errors: [{ pointer: `?${name}`, detail: "holds an unknown one" }],
  });
}
