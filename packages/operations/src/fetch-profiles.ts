import { adapters } from "@onethread/channels";
import { storable } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { claimProfiles, type ProfileToAsk, saveProfile } from "@onethread/db/write";
import type { Context } from "./context.ts";

const batch = 20;

/**
 * Asks Messenger and Instagram for the names of people who are new: their messages carry none. Never in the way of a
 * message, and a platform that does not tell leaves the person without a name.
 */
export async function fetchProfiles(context: Context): Promise<void> {
  for (;;) {
    const people = await forIngest(context.database, (tx) => claimProfiles(tx, context.now(), batch));
    const named = await Promise.all(people.map((person) => ask(context, person)));
    await context.realtime.publish(
      people.flatMap(({ workspaceId, customerId }, index) => (named[index] ? [{ workspaceId, kind: "customer" as const, ids: [customerId] }] : [])),
    );
    if (people.length < batch) return;
  }
}

async function ask(context: Context, person: ProfileToAsk): Promise<boolean> {
  const adapter = adapters[person.channel as keyof typeof adapters];
  if (!adapter?.renderProfileRequest || !adapter.readProfile) return false;
  const { workspaceId, channelAccountId: rowId } = person;
  const token = context.secrets.open(person.accessToken, { workspaceId, table: "channel_accounts", rowId, column: "access_token" });
  const response = await context.callPlatform(adapter.renderProfileRequest(person.value, person.flavour ?? undefined), token).catch(() => null);
  const profile = response && adapter.readProfile(response);
  if (!profile || (!profile.name && !profile.username)) return false;
  const name = profile.name && storable(profile.name);
  await forIngest(context.database, (tx) =>
    saveProfile(tx, { workspaceId, identityId: person.identityId, name, username: profile.username && storable(profile.username) }),
  );
  return true;
}
