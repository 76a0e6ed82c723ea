// What a page can say to the chat, and what it hears of it. The chat's own loader takes its types from here.

export type Traits = Record<string, string | number | boolean | null>;

/** Signed by the shop's server. A function is called when the token is needed, which may be long after the page was made. */
export type Signed = { jwt: string | (() => string | Promise<string>) };
/** What the page says without proof: agents see it as said, and it opens nobody's history. */
export type Unverified = { email?: string; name?: string; traits?: Traits };

export type Scheme = "light" | "dark" | "auto";
export type View = "home" | "new" | "messages";
export type PageSeen = { url: string; title: string };

export type BootOptions = {
  /** Which chat: its public key, `wgt_…`. */
  key: string;
  /** Where the desk is, e.g. `https://desk.example.com`. */
  host: string;
  /** As browsers name languages; without it the page's own. */
  locale?: string;
  scheme?: Scheme;
  /** `false`: none. `offset` is in CSS pixels from the corner. */
  launcher?: boolean | { side?: "start" | "end"; offset?: { x?: number; y?: number }; label?: string; zIndex?: number };
  user?: Signed | Unverified;
  page?: Partial<PageSeen>;
  /** `storage: false` keeps nothing in the browser: the thread ends with the page. */
  consent?: { storage: boolean };
};

/** What each event comes with. */
export type Events = {
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  unread: { count: number };
  message: { direction: "in" | "out"; id: string; text: string | null };
  "conversation:started": Record<string, never>;
  "prechat:submitted": Record<string, never>;
  /** 1 (very bad) to 5 (very good). */
  csat: { score: number };
  /** `code` is one of the desk's, `not_allowed` where this site may not show the chat, or `not_loaded`. */
  error: { code: string; message?: string };
};

export type Onethread = {
  /** `text` stands in the field, ready to be sent. */
  open(view?: View | null, text?: string | null): void;
  close(): void;
  toggle(): void;
  /** The launcher. */
  show(): void;
  hide(): void;
  /** Rejected with a `code` when the desk refuses it. */
  identify(user: Signed | Unverified): Promise<void>;
  update(change: { traits?: Traits; locale?: string; scheme?: Scheme }): Promise<void>;
  /** A message of the visitor's. */
  send(text: string): Promise<void>;
  /** What happens on the site; kept only of visitors who have written. */
  track(name: string, properties?: Traits): Promise<void>;
  /** Only where the browser's history does not tell of it. */
  page(page?: Partial<PageSeen>): void;
  /** Answers how to stop it. */
  on<E extends keyof Events>(event: E, callback: (detail: Events[E]) => void): () => void;
  /** For signing out: forgets the visitor at once, and ends their session. */
  shutdown(): Promise<void>;
  /** Takes the chat off the page. */
  destroy(): void;
};

/** `nonce`: for pages whose policy lets scripts in by one. */
export type LoadOptions = BootOptions & { nonce?: string };

/** What the loader puts on the page. */
type Api = Onethread & { version: string; boot(options: BootOptions): Promise<void> };
type Callback = (detail: never) => void;
type Early = { event: keyof Events; callback: Callback; off: () => void };

const inBrowser = typeof document !== "undefined";
const onPage = () => (window as { Onethread?: Api }).Onethread;

let api: Api | null = null;
let loading: Promise<Api> | null = null;
/** What the page wants now: a chat that was taken away before it came is not shown. */
let wanted: LoadOptions | null = null;
let early: Early[] = [];
let arrive: (there: Api) => void;
let booted: Promise<Api>;
const waitAnew = () => {
  booted = new Promise((resolve) => {
    arrive = resolve;
  });
};
waitAnew();

const load = ({ host, key, nonce }: LoadOptions): Promise<Api> =>
  new Promise((resolve, reject) => {
    const there = onPage();
    if (there?.version) return resolve(there);
    const script = document.createElement("script");
    script.src = `${host}/widget/loader.js?key=${encodeURIComponent(key)}`;
    script.async = true;
    // It is told what to do here, and does nothing by itself.
    script.dataset.wait = "1";
    if (nonce) script.nonce = nonce;
    script.onload = () => {
      const loaded = onPage();
      if (loaded?.version) resolve(loaded);
      else script.onerror?.("");
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${script.src} can't be loaded.`));
    };
    document.head.append(script);
  });

const listen = (to: Onethread, { event, callback }: Early): (() => void) => to.on(event, callback as (detail: Events[typeof event]) => void);

/** Whatever is asked before the chat is there waits for it. On a server nothing happens. */
const ask = <T>(what: (there: Api) => T): Promise<Awaited<T>> =>
  inBrowser ? booted.then(what as (there: Api) => Awaited<T>) : Promise.resolve(undefined as Awaited<T>);
const tell = (what: (there: Api) => unknown): void => void ask(what).catch((error: unknown) => reportError(error));

/** The chat of this page; there is one. It can be spoken to before it is loaded. */
export const onethread: Onethread = {
  open: (view, text) => tell((there) => there.open(view, text)),
  close: () => tell((there) => there.close()),
  toggle: () => tell((there) => there.toggle()),
  show: () => tell((there) => there.show()),
  hide: () => tell((there) => there.hide()),
  page: (page) => tell((there) => there.page(page)),
  identify: (user) => ask((there) => there.identify(user)),
  update: (change) => ask((there) => there.update(change)),
  send: (text) => ask((there) => there.send(text)),
  track: (name, properties) => ask((there) => there.track(name, properties)),
  shutdown: () => ask((there) => there.shutdown()),
  on(event, callback) {
    const one: Early = { event, callback: callback as Callback, off: () => {} };
    if (api) return listen(api, one);
    early.push(one);
    return () => {
      early = early.filter((other) => other !== one);
      one.off();
    };
  },
  destroy() {
    if (!wanted) return;
    wanted = null;
    waitAnew();
    void loading?.then(
      (there) => wanted ?? there.destroy(),
      () => {},
    );
  },
};

/** Puts the chat on the page, or another one in its place. On a server nothing happens. */
export function loadOnethread(options: LoadOptions): Onethread {
  if (!inBrowser) return onethread;
  wanted = options;
  loading ??= load(options);
  loading
    .then(async (there) => {
      api = there;
      for (const one of early) one.off = listen(there, one);
      early = [];
      // What was taken back while it was loaded is not shown.
      if (wanted !== options) return;
      const { nonce, ...boot } = options;
      await there.boot(boot);
      arrive(there);
    })
    .catch((error: Error) => {
      loading = api ? loading : null;
      for (const { event, callback } of early) if (event === "error") callback({ code: "not_loaded", message: error.message } as never);
    });
  return onethread;
}
