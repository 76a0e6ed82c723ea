import type { Sendability } from "@onethread/core";
import type { Door } from "@onethread/core/api";
import type { DoorRow } from "@onethread/db/read";
import { refuse } from "../context.ts";
import { doorState, toDoor } from "./doors.ts";

type Named = { identityId?: string | undefined; channelAccountId?: string | undefined };

/** What a door has to let through. */
export type Wanted = Sendability["allowed"][number];

/**
 * The door a message leaves by: the one named, else the one the customer used last. Never changes the channel silently:
 * what can't go out there is refused with the other doors.
 */
export function chooseDoor(rows: readonly DoorRow[], named: Named, wanted: Wanted, now: Date): DoorRow {
  const door = findDoor(rows, named, now);
  const state = doorState(door, now);
  if (state.allowed.includes(wanted)) return door;
  const windowed = state.state !== "blocked" || passes.includes(state.reason ?? "");
  return refuse(windowed ? "window_closed" : "channel_unavailable", explain(state.reason), { extra: others(rows, now) });
}

/** What is over with time, or has not begun: the channel itself works. */
const passes = ["window_closed", "never_wrote_here", "visitor_gone"];

const others = (rows: readonly DoorRow[], now: Date): { doors: Door[] } => ({ doors: rows.map((row, index) => toDoor(row, index === 0, now)) });

/** The door that is meant, open or not. */
export function findDoor(rows: readonly DoorRow[], named: Named, now: Date): DoorRow {
  const isNamed = named.identityId !== undefined || named.channelAccountId !== undefined;
  const fits = (row: DoorRow) =>
    (named.identityId === undefined || row.identityIds.includes(named.identityId)) &&
    (named.channelAccountId === undefined || row.channelAccountId === named.channelAccountId);
  const door = isNamed ? rows.find(fits) : rows.find((row) => row.lastInboundAt !== null);
  if (door) return door;
  const detail = isNamed ? "The customer can't be reached through this door." : "The customer has not written through any connected channel.";
  return refuse("no_door", detail, { extra: others(rows, now) });
}

function explain(reason: string | null): string {
  switch (reason) {
    case "never_wrote_here":
      return "The customer has not written through this channel, so free text is not allowed there.";
    case "visitor_gone":
      return "The visitor has not been on the site for a month and would not see it. Go on by another door.";
    case "no_access_token":
      return "The channel has no access token. An admin can add one.";
    case "token_broken":
      return "The platform refuses the channel's access token. An admin has to connect the channel again.";
    case "channel_disabled":
      return "The channel is switched off.";
    default:
      return "The customer's last message here is too long ago for free text.";
  }
}
