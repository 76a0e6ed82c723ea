import type { Channel } from "@onethread/core";
import type { CannedReply } from "../../api/canned-replies.ts";

/** So many fit above the editor. */
const most = 8;

/**
 * Those that fit what was typed: by shortcut first, then by title, folder and words; of equals those made for the channel,
 * then the ones used most. Those for other channels are left out. `channel`: null: none, all are shown.
 */
export function rankCanned(all: readonly CannedReply[], query: string, channel: Channel | null): CannedReply[] {
  const wanted = query.toLowerCase();
  const rank = ({ shortcut, title, folder, body }: CannedReply): number => {
    if (shortcut.startsWith(wanted)) return 0;
    if (shortcut.includes(wanted)) return 1;
    if (title.toLowerCase().includes(wanted)) return 2;
    if (folder.toLowerCase().includes(wanted)) return 3;
    return body.toLowerCase().includes(wanted) ? 4 : -1;
  };
  const made = ({ channels }: CannedReply): number => (channel !== null && channels.includes(channel) ? 1 : 0);
  return all
    .filter(({ channels }) => channel === null || channels.length === 0 || channels.includes(channel))
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((one) => one.rank >= 0)
    .sort(
      (a, b) => a.rank - b.rank || made(b.reply) - made(a.reply) || b.reply.uses - a.reply.uses || a.reply.shortcut.localeCompare(b.reply.shortcut),
    )
    .slice(0, most)
    .map(({ reply }) => reply);
}
