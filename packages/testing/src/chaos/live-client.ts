import { sleep } from "../until.ts";
import type { LiveScreen } from "./evidence.ts";
import type { StageWorkspace } from "./stage.ts";

export type LiveClient = {
  /** All news as they came, to be searched. */
  heard(): string;
  screen(): Promise<LiveScreen>;
  close(): Promise<void>;
};

/** A screen of an agent: the inbox, fetched again whenever the news says that something has changed or may have. */
export function openLiveClient(gatewayUrl: string, workspace: StageWorkspace): LiveClient {
  const closing = new AbortController();
  const headers = { authorization: `Bearer ${workspace.apiKey}` };
  let shown = "";
  let heard = "";
  let due = false;
  const fetchInbox = async (): Promise<string> => {
    const answer = await fetch(`${gatewayUrl}/api/v1/conversations?limit=50`, { headers, signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`the inbox answered ${answer.status}`);
    return answer.text();
  };

  /** As the console does: many news, one refetch; one that fails is due again. */
  const refresh = (async () => {
    while (!closing.signal.aborted) {
      await sleep(150);
      if (!due) continue;
      due = false;
      shown = await fetchInbox().catch(() => {
        due = true;
        return shown;
      });
    }
  })();

  const listen = (async () => {
    while (!closing.signal.aborted) {
      await follow().catch(() => {});
      await sleep(300);
    }
  })();
  async function follow(): Promise<void> {
    const answer = await fetch(`${gatewayUrl}/live`, { headers, signal: closing.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!answer.ok || !reader) return;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard += value;
      if (/^event: ?(changed|resync)/m.test(value)) due = true;
    }
  }

  return {
    heard: () => heard,
    screen: async () => ({ workspaceId: workspace.id, shown, fresh: await fetchInbox() }),
    close: async () => {
      closing.abort();
      await Promise.all([refresh, listen]);
    },
  };
}
