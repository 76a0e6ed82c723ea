import { findSilence, type Silence, type Traffic } from "@onethread/core";
import { forIngest, newId } from "@onethread/db/client";
import { type AccountTraffic, countTraffic, forgetOldTraffic, noteQuiet, type QuietChange, readTraffic } from "@onethread/db/write";
import type { Context } from "./context.ts";

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;

/**
 * Counts what customers wrote, and says which channels have gone quiet that usually talk at this time, and which talk again:
 * at the account, in its log, and to whoever looks. Runs once a minute; running twice changes nothing.
 */
export async function listenForSilence(context: Context): Promise<void> {
  while (await forIngest(context.database, (tx) => countTraffic(tx, context.now())));
  const now = context.now();
  const hourStart = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  const changes = await forIngest(context.database, async (tx) => {
    const accounts = await readTraffic(tx, hourStart);
    const found = accounts.flatMap((account) => changeOf(account, hourStart) ?? []);
    if (found.length > 0) await noteQuiet(tx, found, now);
    await forgetOldTraffic(tx, new Date(hourStart.getTime() - 9 * weekMs));
    return found;
  });
  await context.realtime.publish(
    changes.map(({ workspaceId, channelAccountId }) => ({ workspaceId, kind: "channel_account" as const, ids: [channelAccountId] })),
  );
}

function changeOf(account: AccountTraffic, hourStart: Date): QuietChange | null {
  const { workspaceId, channelAccountId, quiet: before } = account;
  const traffic = trafficOf(account, hourStart);
  const silence = findSilence(traffic);
  const entry = (code: string, level: string, data: Record<string, unknown>) => ({ eventId: newId(), code, level, data });
  if (silence && !before) {
    const quiet = quietOf(silence, hourStart);
    return {
      workspaceId,
      channelAccountId,
      quiet,
      entry: entry("gone_quiet", "warning", { usual_messages: quiet.usual, hours_without: quiet.hours }),
    };
  }
  if (!before) return null;
  // It stays quiet until somebody writes, also through hours in which nobody would.
  const silentHours = hoursWithout(traffic);
  if (silentHours === 0 || silentHours < Math.floor((hourStart.getTime() - Date.parse(before.since)) / hourMs)) {
    return { workspaceId, channelAccountId, quiet: null, entry: entry("talks_again", "info", {}) };
  }
  const quiet = silence && quietOf(silence, hourStart);
  return quiet && quiet.usual > before.usual ? { workspaceId, channelAccountId, quiet: { ...quiet, since: before.since }, entry: null } : null;
}

const quietOf = ({ hours, usual }: Silence, hourStart: Date) => ({
  hours,
  usual,
  since: new Date(hourStart.getTime() - hours * hourMs).toISOString(),
});

/** Full hours before now in which nobody wrote, 24 at most; 0 as soon as somebody has written. */
function hoursWithout({ today, thisHour }: Traffic): number {
  if (thisHour > 0) return 0;
  const last = today.findIndex((count) => count > 0);
  return last === -1 ? Number.POSITIVE_INFINITY : last;
}

function trafficOf({ counts, firstHour, fresh }: AccountTraffic, hourStart: Date): Traffic {
  const empty = () => Array.from({ length: 24 }, () => 0);
  const known = firstHour ? Math.min(8, Math.floor((hourStart.getTime() - 24 * hourMs - firstHour.getTime()) / weekMs)) : 0;
  const weeks = Array.from({ length: Math.max(0, known) }, empty);
  const today = empty();
  let thisHour = fresh ? 1 : 0;
  for (const count of counts) {
    const hours = count.weeks === 0 ? today : weeks[count.weeks - 1];
    if (count.weeks === 0 && count.hours < 0) thisHour += count.messages;
    else if (hours) hours[count.hours] = count.messages;
  }
  return { weeks, today, thisHour };
}
