import { until } from "../../until.ts";
import type { Chance } from "../chance.ts";
import type { Stage } from "../stage.ts";
import { type LiveClient, openLiveClient } from "./live-client.ts";
import { holdLiveStream, type LiveStream } from "./live-stream.ts";
import { makeApiKeys } from "./make-api-keys.ts";

/** Who has the live stream open: agents, who show what it tells, and listeners, who only hold it. */
export type Audience = {
  agents: readonly LiveClient[];
  listeners: readonly LiveStream[];
  /** The streams of both. */
  streams: readonly LiveStream[];
  up(): number;
  /** Answers the milliseconds until every stream is up; throws after so many seconds. */
  untilAllUp(seconds: number): Promise<number>;
  close(): Promise<void>;
};

/** All screens together fetch about this often in a second, so that they are not the load that is tried. */
const fetchesPerSecond = 20;
/** Streams that share a key: one key may make 300 requests a second. */
const perKey = 20;

/** Half of them in each business. Answers when all streams are up. */
export async function openAudience({ instance, workspaces }: Stage, random: Chance, count: { agents: number; listeners: number }): Promise<Audience> {
  const agents: LiveClient[] = [];
  const listeners: LiveStream[] = [];
  const { owner, gatewayUrl } = instance;
  const pause = Math.max(400, (count.agents / fetchesPerSecond) * 1000);
  for (const [index, { id }] of workspaces.entries()) {
    const part = (all: number) => Math.floor((all + workspaces.length - 1 - index) / workspaces.length);
    for (const apiKey of await makeApiKeys(owner, id, part(count.agents))) {
      agents.push(openLiveClient({ gatewayUrl, workspaceId: id, apiKey, random: random.fork(`agent ${agents.length}`), pause, keep: false }));
    }
    const keys = await makeApiKeys(owner, id, Math.ceil(part(count.listeners) / perKey));
    for (let held = 0; held < part(count.listeners); held++) {
      listeners.push(holdLiveStream(gatewayUrl, keys[Math.floor(held / perKey)] ?? "", random.fork(`listener ${listeners.length}`)));
      // As people come, not all in one moment: being struck in one moment is what is tried later.
      if (held % 100 === 99) await until("they are up", () => listeners.filter((one) => !one.up()).length < 100);
    }
  }
  const streams = [...agents.map(({ stream }) => stream), ...listeners];
  const up = () => streams.filter((one) => one.up()).length;
  const untilAllUp = (seconds: number) => until(`all ${streams.length} streams are up`, () => up() === streams.length, { seconds, every: 20 });
  const close = async () => {
    await Promise.all([...agents, ...listeners].map((one) => one.close()));
  };
  await untilAllUp(60).catch(async (error: Error) => {
    await close();
    throw error;
  });
  return { agents, listeners, streams, up, untilAllUp, close };
}
