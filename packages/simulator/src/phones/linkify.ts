export type Piece = { text: string; url: string | null };

const link = /https?:\/\/[^\s<>"]+/g;
/** What ends a sentence rather than a link. */
const trailing = /[.,;:!?)\]}'»”]+$/;

/** Cuts a text into plain pieces and links; put together again they are the text. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(link)) {
    const url = match[0].replace(trailing, "");
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), url: null });
    pieces.push({ text: url, url });
    end = match.index + url.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), url: null });
  return pieces;
}

/** A link that leads to one of the phones instead of a new tab. */
export const isChatLink = (url: string): boolean =>
  URL.canParse(url) && ["wa.me", "m.me", "ig.me"].includes(new URL(url).hostname.replace(/^www\./, ""));
