import { adapters } from "@onethread/channels";
import { storable, toTypeId } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { claimProfiles, type ProfileToAsk, savePicture, saveProfile } from "@onethread/db/write";
import { openAccessToken } from "./channel/open-access-token.ts";
import type { Context } from "./context.ts";
import { readFileType } from "./media/file-type.ts";

const batch = 20;

/**
 * Asks Messenger and Instagram for names and pictures: of people who are new, and again after a day of who still writes. Never in the way of a
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
  const { workspaceId, channelAccountId } = person;
  const token = openAccessToken(context, { workspaceId, channelAccountId, accessToken: person.accessToken });
  const response = await context.callPlatform(adapter.renderProfileRequest(person.value, person.flavour ?? undefined), token).catch(() => null);
  const profile = response && adapter.readProfile(response);
  if (!profile) return false;
  const pictured = await keepPicture(context, person, profile.pictureUrl);
  if (!profile.name && !profile.username) return pictured;
  const name = profile.name && storable(profile.name);
  await forIngest(context.database, (tx) =>
    saveProfile(tx, { workspaceId, identityId: person.identityId, name, username: profile.username && storable(profile.username) }),
  );
  return true;
}

/** Pictures' addresses expire and would tell the platform who looks: the picture itself is kept. Never more than a try. */
async function keepPicture(context: Context, { workspaceId, customerId, identityId }: ProfileToAsk, url: string | null): Promise<boolean> {
  if (url === null || !context.media.mayFetch(url)) return false;
  const download = await context.media.download(url).catch(() => null);
  if (!download) return false;
  try {
    const type = await readFileType(download.path, download.mime);
    if (!type.fits("image")) return false;
    const key = `${workspaceId}/picture-${identityId}`;
    await context.media.storage.put(key, download.path, type.mime);
    const shown = `/api/v1/customers/${toTypeId("customer", customerId)}/picture?v=${download.sha256.slice(0, 12)}`;
    await forIngest(context.database, (tx) => savePicture(tx, { workspaceId, customerId, key, url: shown }));
    return true;
  } finally {
    await download.discard();
  }
}
