import type { Scheme } from "@onethread/widget";
import type { Texts } from "./language.ts";
import type { Config } from "./model.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");
let wanted: Scheme = "auto";

const paint = () => {
  document.documentElement.dataset.scheme = wanted === "auto" ? (dark.matches ? "dark" : "light") : wanted;
};
dark.addEventListener("change", paint);

/** Puts language, direction, scheme and the shop's colour on the document. */
export function putOn(texts: Texts, scheme: Scheme, { color, textOnColor }: Config): void {
  const page = document.documentElement;
  page.lang = texts.locale;
  page.dir = texts.direction;
  page.style.setProperty("--brand", color);
  page.style.setProperty("--brand-on", textOnColor);
  wanted = scheme;
  paint();
}
