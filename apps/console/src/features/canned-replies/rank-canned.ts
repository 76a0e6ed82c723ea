import type { CannedReply } from "../../api/canned-replies.ts";

/** So many fit above the editor. */
const most = 8;

/** Those that fit what was typed: by shortcut first, then by title, folder and words; of equals the ones used most. */
export function rankCanned(all: readonly CannedReply[], query: string): CannedReply[] {
  const wanted = query.toLowerCase();
  const rank = ({ shortcut, title, folder, body }: CannedReply): number => {
    if (shortcut.startsWith(wanted)) return 0;
    if (shortcut.includes(wanted)) return 1;
    if (title.toLowerCase().includes(wanted)) return 2;
    if (folder.toLowerCase().includes(wanted)) return 3;
    return body.toLowerCase().includes(wanted) ? 4 : -1;
  };
  return all
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank || b.reply.uses - a.reply.uses || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .slice(0, most)
    .map(({ reply }) => reply);
}
