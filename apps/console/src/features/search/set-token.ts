import type { SearchFilter } from "@onethread/core";

/** As it is written into a search: in quotation marks where it has spaces. */
const tokenOf = (filter: SearchFilter, value: string): string => `${filter}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;

const of = (filter: SearchFilter) => new RegExp(`(^|\\s)${filter}:(?:"[^"]*(?:"|$)|[^\\s"]+)`, "gi");

/** Writes a filter into a search in place of those of its kind; null takes them out. */
export function setToken(text: string, filter: SearchFilter, value: string | null): string {
  const rest = text.replaceAll(of(filter), "").trim();
  return value === null ? rest : `${tokenOf(filter, value)}${rest === "" ? " " : ` ${rest}`}`;
}
