import type { Channel } from "@onethread/core";
import Papa from "papaparse";
import type { CannedReply } from "../../api/canned-replies.ts";

type CannedRow = { shortcut: string; title: string; folder: string; body: string; channels?: Channel[] };
/** `columns`: none of the names of a needed column is there. `row`: counted as in the file, its heading being 1. */
export type CannedCsv = { rows: { row: number; texts: CannedRow }[]; problem: "columns" | "empty" | null };

/** What other programs call the columns (Zendesk, Chatwoot, Front, Freshdesk), in small letters. */
const names = {
  shortcut: ["shortcut", "short_code", "short code", "trigger", "name"],
  title: ["title", "name", "subject"],
  folder: ["folder", "category", "group"],
  channels: ["channels", "channel"],
  body: ["text", "body", "content", "message", "reply"],
} as const;

/** Spreadsheets run what begins like a formula: it is written with a quote before it, which is taken away again here. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "").trim();

/** Reads a file as other programs, or we, have written it: with headings, in any order, comma, semicolon or tab between. */
export function parseCannedCsv(file: string): CannedCsv {
  const { data, meta } = Papa.parse<Record<string, string>>(file.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (heading) => heading.trim().toLowerCase(),
  });
  const columnOf = (part: keyof typeof names) => names[part].find((name) => meta.fields?.includes(name));
  const [shortcut, title, folder, channels, body] = (["shortcut", "title", "folder", "channels", "body"] as const).map(columnOf);
  if (!shortcut || !body) return { rows: [], problem: data.length === 0 && !meta.fields?.length ? "empty" : "columns" };
  const rows = data.map((cells, index) => {
    const cell = (column: string | undefined) => plain((column && cells[column]) || "");
    const name = cell(shortcut);
    // A name of several words makes a shortcut of one.
    const key = name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, "-")
      .replaceAll(/^[-_]+|-+$/g, "")
      .slice(0, 40);
    const texts = { shortcut: key, title: cell(title) || name, folder: cell(folder), body: cell(body) };
    return { row: index + 2, texts: channels ? { ...texts, channels: channelsIn(cell(channels)) } : texts };
  });
  return { rows, problem: rows.length === 0 ? "empty" : null };
}

/** Which ones there are is known to the server, which says in which row another name stands. */
const channelsIn = (cell: string): Channel[] =>
  cell
    .toLowerCase()
    .match(/[\p{L}\p{N}_-]+/gu)
    ?.map((name) => name as Channel) ?? [];

/** All of them as a file that can be read in again. Files and counts are not part of it. */
export const writeCannedCsv = (replies: readonly CannedReply[]): string =>
  `\ufeff${Papa.unparse(
    replies.map(({ shortcut, title, folder, channels, body }) => ({ shortcut, title, folder, channels: channels.join(" "), text: body })),
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
