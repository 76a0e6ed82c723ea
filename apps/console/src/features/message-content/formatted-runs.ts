import { findLinks } from "../timeline/find-links.ts";
import { findMarks, type MarkKind } from "./find-marks.ts";

/** A stretch of a text that looks alike; signs are not among it. */
export type Run = { text: string; kinds: readonly MarkKind[]; href: string | null };

/** A text as it is shown: its addresses as links and, where its channel has them, its marks as what they mean. */
export function formattedRuns(text: string, withMarks: boolean): Run[] {
  const links: { start: number; end: number; href: string }[] = [];
  let at = 0;
  for (const part of findLinks(text)) {
    if (part.kind === "link") links.push({ start: at, end: at + part.text.length, href: part.href });
    at += part.text.length;
  }
  const marks = withMarks ? findMarks(text, links) : [];
  const cuts = new Set([0, text.length]);
  for (const { start, end } of links) cuts.add(start).add(end);
  for (const { start, end, sign } of marks)
    cuts
      .add(start)
      .add(start + sign)
      .add(end - sign)
      .add(end);

  const runs: Run[] = [];
  const open: typeof marks = [];
  let [mark, link] = [0, 0];
  const sorted = [...cuts].sort((a, b) => a - b);
  for (const [index, start] of sorted.entries()) {
    const end = sorted[index + 1];
    if (end === undefined) break;
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= start) open.pop();
    for (let next = marks[mark]; next && next.start === start; next = marks[++mark]) open.push(next);
    while ((links[link]?.end ?? Number.POSITIVE_INFINITY) <= start) link++;
    const isSign = open.some((one) => start < one.start + one.sign || start >= one.end - one.sign);
    const href = links[link] && (links[link]?.start ?? 0) <= start ? (links[link]?.href ?? null) : null;
    if (!isSign) runs.push({ text: text.slice(start, end), kinds: open.map(({ kind }) => kind), href });
  }
  return runs;
}
