import type { Claim, PageSeen, Scheme } from "../wire.ts";

/** What the desk knows of a widget and its launcher needs at once; it comes in the same file as the loader. */
export type Served = { key: string; color: string; onColor: string; side: "start" | "end"; launcher: boolean };

export type Signed = { jwt: string | (() => string | Promise<string>) };

export type Options = {
  /** Which widget: the public key of a web chat channel. */
  key: string;
  /** Where the desk is; usually where the loader came from. */
  host: string;
  locale?: string;
  scheme?: Scheme;
  launcher?: boolean | { side?: "start" | "end"; offset?: { x?: number; y?: number }; label?: string; zIndex?: number };
  user?: Signed | Exclude<Claim, { jwt: string }>;
  page?: Partial<PageSeen>;
  /** `storage: false` keeps nothing in the browser: the thread ends with the page. */
  consent?: { storage: boolean };
};

export const localeOf = ({ locale }: Options): string => locale ?? (document.documentElement.lang || navigator.language || "en");

export const pageOf = ({ page }: Options): PageSeen => ({ url: page?.url ?? location.href, title: page?.title ?? document.title });
