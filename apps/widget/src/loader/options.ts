import type { BootOptions, PageSeen } from "@onethread/widget";

/** What the desk knows of a widget and its launcher needs at once; it comes in the same file as the loader. `offers`: there are some. */
export type Served = { key: string; color: string; onColor: string; side: "start" | "end"; offers?: true };

export const localeOf = ({ locale }: BootOptions): string => locale ?? (document.documentElement.lang || navigator.language || "en");

export const pageOf = ({ page }: BootOptions): PageSeen => ({ url: page?.url ?? location.href, title: page?.title ?? document.title });
