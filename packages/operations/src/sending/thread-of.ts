import type { MetaChannel, ThreadAction } from "@onethread/channels";
import { type Actor, fail, ok, type Result, type SendKind } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { readDoors, readMessagePlace } from "@onethread/db/read";
import { openAccessToken } from "../channel/open-access-token.ts";
import type { Context } from "../context.ts";
import { doorState } from "./doors.ts";

export type Thread = {
  channel: MetaChannel;
  channelAccountId: string;
  conversationId: string;
  token: string;
  action: ThreadAction;
  /** The message's id at the platform. */
  externalId: string;
};

/**
 * Where something is done beside sending a message: the door a message came through, with what a call to its platform
 * needs. Refused when the door lets no `wanted` through.
 */
export async function threadOf(context: Context, actor: Actor, messageId: string, wanted: SendKind): Promise<Result<Thread>> {
  const { workspaceId } = actor;
  const now = context.now();
  return forWorkspace(context.database, workspaceId, async (tx) => {
    const place = await readMessagePlace(tx, workspaceId, messageId);
    if (!place) return fail("not_found", "There is no such message.");
    const { channel } = place;
    if (place.externalId === null || place.deletedAt !== null || channel === "webchat")
      return fail("invalid_request", "The platform does not know this message.", { errors: [{ pointer: "{id}", detail: "is not at the platform" }] });
    const doors = await readDoors(tx, workspaceId, place.conversationId);
    const door = doors.find((one) => one.channelAccountId === place.channelAccountId && one.identityIds.includes(place.identityId));
    if (!door?.accessToken) return fail("no_door", "The customer can't be reached through this channel any more.");
    if (!doorState(door, now).allowed.includes(wanted)) return fail("window_closed", "The customer's last message here is too long ago for that.");
    const token = openAccessToken(context, { workspaceId, channelAccountId: door.channelAccountId, accessToken: door.accessToken });
    return ok({
      channel: channel as MetaChannel,
      channelAccountId: door.channelAccountId,
      conversationId: place.conversationId,
      token,
      externalId: place.externalId,
      action: { account: door.accountExternalId, flavour: door.flavour ?? undefined, recipient: { kind: door.kind, value: door.value } },
    });
  });
}
