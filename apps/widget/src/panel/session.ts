import { Refused, request } from "./client.ts";
import type { VisitorSession } from "./model.ts";

/** Renewed this long before it runs out. Milliseconds. */
const early = 60_000;

export type Session = ReturnType<typeof openSession>;

/**
 * The visitor's right to their thread: a short-lived token held here, and one that renews it, kept by the page. Whoever only
 * looks has none: it is asked for with the first thing that needs it.
 */
export function openSession(key: string, keep: (renewal: string | null) => void, first: string | null) {
  let renewal = first;
  let held: VisitorSession | null = null;
  let under: Promise<VisitorSession> | null = null;
  const path = (rest: string) => `/widget/v1/${rest}${rest.includes("?") ? "&" : "?"}key=${encodeURIComponent(key)}`;
  const post = async (rest: string, body: unknown, token: string | null = null): Promise<VisitorSession> =>
    (await (await request(path(rest), { method: "POST", body, token })).json()) as VisitorSession;

  function take(session: VisitorSession): VisitorSession {
    held = session;
    renewal = session.renewalToken;
    keep(renewal);
    return session;
  }

  async function renew(): Promise<VisitorSession> {
    if (renewal === null) return take(await post("session", {}));
    try {
      return take(await post("session/renew", { renewalToken: renewal }));
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      // It is over: who writes now is new here.
      drop();
      return take(await post("session", {}));
    }
  }

  function drop(): void {
    held = null;
    renewal = null;
    keep(null);
  }

  async function token(): Promise<string> {
    if (held && Date.parse(held.accessExpiresAt) - Date.now() > early) return held.accessToken;
    under ??= renew().finally(() => {
      under = null;
    });
    return (await under).accessToken;
  }

  return {
    /** Somebody who may have a thread: who only looks is asked nothing. */
    isKnown: () => renewal !== null,
    /** Somebody whom the shop has signed: it need not ask who they are. */
    isSigned: () => held?.identified ?? false,
    path,
    /** A request as this visitor; a token that was refused is renewed once. */
    async ask(rest: string, options: { method?: "GET" | "POST"; body?: unknown; signal?: AbortSignal } = {}): Promise<Response> {
      try {
        return await request(path(rest), { ...options, token: await token() });
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 401) throw error;
        held = null;
        return request(path(rest), { ...options, token: await token() });
      }
    },
    /** Another tab of the page has renewed it. */
    heard(next: string | null): void {
      renewal = next;
      held = null;
    },
    /** `jwt`: signed by the shop's server. The thread may be another one afterwards. */
    async signIn(jwt: string): Promise<void> {
      const current = renewal === null ? null : await token();
      take(await post("session/sign-in", { token: jwt }, current));
    },
    /** `last`: whose session it is, where it has not begun here. It ends at the desk, too; when that can't be asked, only here. */
    async end(last: string | null): Promise<void> {
      renewal ??= last;
      const current = renewal === null ? null : await token().catch(() => null);
      drop();
      if (current) await request(path("session"), { method: "DELETE", token: current }).catch(() => {});
    },
  };
}
