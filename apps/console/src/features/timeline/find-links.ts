export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

const address = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/gi;

/** Splits a text into plain parts and http(s) links; anything else that looks like an address stays text. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const shown = trimTail(match[0]);
    const href = safeHref(shown);
    if (!href) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    parts.push({ kind: "link", text: shown, href });
    end = match.index + shown.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

/** Punctuation after an address belongs to the sentence; a closing bracket only when it was opened inside. */
function trimTail(found: string): string {
  let text = found;
  for (;;) {
    const last = text.at(-1) ?? "";
    const unopened = (last === ")" && !balanced(text, "(", ")")) || (last === "]" && !balanced(text, "[", "]"));
    if (!unopened && !/[.,;:!?…*_~。、」]/.test(last)) return text;
    text = text.slice(0, -1);
  }
}

const balanced = (text: string, open: string, close: string): boolean => text.split(open).length >= text.split(close).length;

function safeHref(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}
