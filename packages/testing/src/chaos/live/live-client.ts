import { sleep } from "../../until.ts";
import type { Chance } from "../chance.ts";
import type { LiveScreen } from "../evidence.ts";
import { holdLiveStream, type LiveStream } from "./live-stream.ts";

export type LiveClient = {
  workspaceId: string;
  stream: LiveStream;
  /** All news as they came, to be searched. Empty when they are not kept. */
  heard(): string;
  /** Whether it has still to fetch what it knows to have changed. */
  behind(): boolean;
  screen(): Promise<LiveScreen>;
  close(): Promise<void>;
};

type Options = {
  gatewayUrl: string;
  workspaceId: string;
  apiKey: string;
  random: Chance;
  /** Under a steady flood it fetches about this often. Milliseconds. */
  pause?: number;
  /** Keeps what it hears: not for hundreds of them. */
  keep?: boolean;
};

/** What a screen shows: the inbox, and one conversation of it that stays open. */
type Shown = { inbox: string; timeline: string };
type Page = { data: { id: string }[] };

/**
 * A screen of an agent, as the console does it: the inbox is fetched again whenever news says that something has changed,
 * the open conversation when news names it, both when news may have been missed. One of which no news came shows what is
 * no longer so.
 */
export function openLiveClient({ gatewayUrl, workspaceId, apiKey, random, pause = 150, keep = true }: Options): LiveClient {
  const closing = new AbortController();
  const due = { inbox: true, timeline: true };
  const shown: Shown = { inbox: "", timeline: "" };
  let conversation = "";
  let fetching = false;
  let heard = "";

  async function get(path: string): Promise<string> {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await fetch(`${gatewayUrl}/api/v1/conversations${path}`, { headers, signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }
  const load = {
    inbox: () => get("?limit=50"),
    timeline: async () => (conversation ? get(`/${conversation}/timeline?limit=30`) : ""),
  };

  /** Many news, one fetch; one that fails is due again. */
  const refreshing = (async () => {
    while (!closing.signal.aborted) {
      fetching = true;
      for (const part of ["inbox", "timeline"] as const) {
        if (!due[part]) continue;
        due[part] = false;
        shown[part] = await load[part]().catch(() => {
          due[part] = true;
          return shown[part];
        });
        if (conversation) continue;
        conversation = anyOf(shown.inbox);
        due.timeline = conversation !== "";
      }
      fetching = false;
      await sleep(pause * (0.75 + random.next() / 2));
    }
  })();
  /** One of the conversations, once there are any. */
  function anyOf(inbox: string): string {
    const { data } = inbox ? (JSON.parse(inbox) as Page) : { data: [] };
    return data.length > 0 ? random.pick(data).id : "";
  }

  const stream = holdLiveStream(gatewayUrl, apiKey, random, (event) => {
    if (keep) heard += `${event}\n\n`;
    const resync = event.includes("event: resync");
    if (!resync && !event.includes("event: changed")) return;
    due.inbox = true;
    if (resync || event.includes(conversation)) due.timeline = conversation !== "";
  });

  return {
    workspaceId,
    stream,
    heard: () => heard,
    behind: () => due.inbox || due.timeline || fetching || !stream.up(),
    screen: async () => {
      const fresh: Shown = { inbox: await load.inbox(), timeline: await load.timeline() };
      const lists = Object.entries(shown).map(([list, text]) => (text ? (JSON.parse(text) as Page).data.map(({ id }) => `${list} ${id}`) : []));
      return { workspaceId, shown: JSON.stringify(shown), fresh: JSON.stringify(fresh), rows: lists.flat() };
    },
    close: async () => {
      closing.abort();
      await Promise.all([refreshing, stream.close()]);
    },
  };
}
