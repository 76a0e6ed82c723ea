import { type Events, onethread, type Scheme } from "@onethread/widget";
import { missing, plain, start } from "./shim.ts";

/**
 * `window.chatwootSDK` and `window.$chatwoot` for pages that have them: their calls and events go on working when the address
 * of their script is the desk's. Names as Chatwoot's own script has them (4.x, November 2026).
 */
type Settings = {
  locale?: string;
  useBrowserLanguage?: boolean;
  darkMode?: string;
  hideMessageBubble?: boolean;
  position?: string;
  launcherTitle?: string;
};

const schemeOf = (mode?: string): Scheme => (mode === "dark" || mode === "auto" ? mode : "light");
const localeOf = (locale: string): string => locale.replace("_", "-");
const refused = () => missing("what a page says of its visitor", "has to be signed: this chat has a signing key");

const $chatwoot = {
  hasLoaded: false,
  isOpen: false,
  toggle(state?: "open" | "close"): void {
    if (state) state === "open" ? onethread.open() : onethread.close();
    else onethread.toggle();
  },
  toggleBubbleVisibility: (visibility: "show" | "hide"): void => (visibility === "hide" ? onethread.hide() : onethread.show()),
  popoutChatWindow(): void {
    missing("$chatwoot.popoutChatWindow", "opens the chat on the page: it has no window of its own");
    onethread.open();
  },
  /** Said without proof: `identifier_hash` is no signature here. */
  setUser(identifier: string | number, user: Record<string, unknown> = {}): void {
    const { email, name, ...traits } = plain({ ...user, ...(user.custom_attributes as object) });
    const said = { ...(email ? { email: String(email) } : {}), ...(name ? { name: String(name) } : {}), traits: { ...traits, identifier } };
    onethread.identify(said).catch(refused);
  },
  setCustomAttributes: (attributes: object): void => void onethread.update({ traits: plain(attributes) }).catch(refused),
  /** Here a customer has one conversation for good: what is said of it is said of them. */
  setConversationCustomAttributes: (attributes: object): void => void onethread.update({ traits: plain(attributes) }).catch(refused),
  deleteCustomAttribute: () => missing("$chatwoot.deleteCustomAttribute"),
  deleteConversationCustomAttribute: () => missing("$chatwoot.deleteConversationCustomAttribute"),
  setLabel: () => missing("$chatwoot.setLabel"),
  removeLabel: () => missing("$chatwoot.removeLabel"),
  setLocale: (locale = "en"): void => void onethread.update({ locale: localeOf(locale) }).catch(reportError),
  setColorScheme: (mode?: string): void => void onethread.update({ scheme: schemeOf(mode) }).catch(reportError),
  reset: (): void => void onethread.shutdown().catch(reportError),
};

/** Their event of ours, and what it comes with. */
function pass<E extends keyof Events>(event: E, theirs: string, detailOf: (detail: Events[E]) => unknown = () => undefined): void {
  onethread.on(event, (detail) => {
    if (event === "ready") $chatwoot.hasLoaded = true;
    if (event === "open" || event === "close") $chatwoot.isOpen = event === "open";
    window.dispatchEvent(new CustomEvent(`chatwoot:${theirs}`, { detail: detailOf(detail) }));
  });
}

let running = false;

/** Token and address are theirs: which chat it is stands in the line. */
function run(): void {
  if (running) return;
  running = true;
  const { locale, useBrowserLanguage, darkMode, hideMessageBubble, position, launcherTitle } =
    (window as { chatwootSettings?: Settings }).chatwootSettings ?? {};
  const language = useBrowserLanguage ? navigator.language : locale;
  Object.assign(window, { $chatwoot });
  pass("ready", "ready");
  pass("open", "opened");
  pass("close", "closed");
  pass("conversation:started", "on-start-conversation", () => ({ hasConversation: false }));
  pass("unread", "on-unread-message-count-changed", ({ count }) => ({ unreadMessageCount: count }));
  // What visitors write is `incoming` (0) in their words, an answer `outgoing` (1).
  pass("message", "on-message", ({ id, text, direction }) => ({ id, content: text, message_type: direction === "out" ? 0 : 1 }));
  pass("error", "error", (detail) => detail);
  start({
    ...(language ? { locale: localeOf(language) } : {}),
    scheme: schemeOf(darkMode),
    launcher: !hideMessageBubble && { side: position === "left" ? "start" : "end", ...(launcherTitle ? { label: launcherTitle } : {}) },
  });
}

Object.assign(window, { chatwootSDK: { run } });
