/** `#rrggbb` to its relative luminance, 0 to 1. Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance (2024) */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => Number.parseInt(color.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well two colours stand out from each other, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is to be written on a colour in, white or black, whichever is read better: at least 4.5 on any colour. */
export function textOn(color: string): { color: "#ffffff" | "#000000"; contrast: number } {
  const [white, black] = [contrast(color, "#ffffff"), contrast(color, "#000000")];
  return white >= black ? { color: "#ffffff", contrast: white } : { color: "#000000", contrast: black };
}
