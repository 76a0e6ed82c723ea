/** A name of letters, digits and dashes between dots; a wildcard for the first label needs two more behind it. */
const name = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)";
const pattern = new RegExp(
  `^(https://(?:\\*\\.${name}(?:\\.${name})+|${name}(?:\\.${name})*)(?::\\d{1,5})?|http://(?:localhost|127\\.0\\.0\\.1)(?::\\d{1,5})?)$`,
);

/** Whether a text says where a chat may stand: `https://shop.com`, `https://*.shop.com`, and this machine itself for developers. */
export const isOriginPattern = (text: string): boolean => text.length <= 300 && pattern.test(text);

/** Whether a page's origin is one of those; `*` stands for exactly one label. An origin that is none (`null`) never is. */
export function isOriginAllowed(origin: string, patterns: readonly string[]): boolean {
  const asked = origin.toLowerCase();
  return isOriginPattern(asked) && !asked.includes("*") && patterns.some((one) => (one.includes("*") ? fitsWildcard(asked, one) : asked === one));
}

function fitsWildcard(origin: string, wildcard: string): boolean {
  const [head = "", tail = ""] = wildcard.split("*");
  if (!origin.startsWith(head) || !origin.endsWith(tail)) return false;
  const label = origin.slice(head.length, origin.length - tail.length);
  return label !== "" && !label.includes(".");
}
