import type { PanelPreview } from "@onethread/core/api";
import type { PageSeen, Scheme, Traits, Unverified, View } from "@onethread/widget";

/** What the loader on the shop's page and the panel in its frame say to each other, over a port that only they hold. */

/** Of the looks a page may choose; what it leaves out is as the shop has set it. */
export type Looks = { locale: string; scheme: Scheme };

export type ToPanel =
  /**
   * `held`: what was half written and half sent on the page before. `jwt`: who the shop's server says the visitor is; `said`:
   * what the page says of them without proof; `offers`: which offers they have seen, as it was kept.
   */
  | {
      type: "boot";
      renewal: string | null;
      held: string | null;
      looks: Looks;
      page: PageSeen;
      jwt: string | null;
      said: Unverified[];
      offers: string | null;
    }
  | { type: "renewal"; renewal: string | null }
  | { type: "show"; view: View | null; text: string | null }
  | { type: "hide" }
  | { type: "looks"; looks: Looks }
  | { type: "page"; page: PageSeen }
  /** Offers were shown, sent away or taken. */
  | { type: "offers"; seen: string }
  /** The visitor takes an offer: it stands where they write. */
  | { type: "offer"; text: string }
  /** These are answered by `done` with the same id. */
  | { type: "identify"; id: number; jwt: string }
  | { type: "update"; id: number; said: Unverified }
  | { type: "send"; id: number; text: string }
  | { type: "track"; id: number; name: string; properties: Traits }
  /** `renewal`: of whom is to be forgotten, as the page had it. */
  | { type: "forget"; id: number; renewal: string | null }
  /** Of the desk's settings, and the only thing that they say. */
  | PanelPreview;

/** `said`: as a screen reader tells of it; `dismiss`: what the button to put it away is called. */
type Bubble = { author: string; text: string; said: string; dismiss: string };

export type Problem = { code: string; message: string };

export type ToHost =
  | { type: "ready" }
  /** For the page to keep: the key to the visitor's thread, or what is half written. Null: forget it. */
  | { type: "keep"; place: "renewal" | "held"; value: string | null }
  | { type: "close" }
  /**
   * How many messages wait, in a number and in words, and the newest of them for the bubble beside the launcher. `busy`: a
   * conversation is under way.
   */
  | { type: "unread"; count: number; label: string; newest: Bubble | null; busy: boolean }
  | { type: "event"; name: "message" | "conversation:started" | "conversation:ended" | "prechat:submitted" | "csat" | "error"; detail: unknown }
  | { type: "done"; id: number; problem: Problem | null };

/** The one message that is not said over the port: it carries the port to the frame. */
export const hello = "onethread:hello";
