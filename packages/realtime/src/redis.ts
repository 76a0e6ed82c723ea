import { Redis } from "ioredis";
import { type Realtime, readNews } from "./news.ts";

const newsChannel = "onethread:news";
const nudgeChannel = "onethread:nudge";

/** News over Redis' publish and subscribe. */
export function openRedisRealtime(redisUrl: string, onError: (error: Error) => void): Realtime {
  // A Redis that hangs is not waited for: news is worth a second, and the drain waits for it to be told.
  const publisher = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: true, commandTimeout: 1000 });
  publisher.on("error", onError);
  const subscribers = new Set<Redis>();
  return {
    publish: async (news) => {
      if (news.length === 0) return;
      try {
        await publisher.publish(newsChannel, JSON.stringify(news));
      } catch (error) {
        onError(error as Error);
      }
    },
    subscribe: (listener, onGap) => {
      const hear = (text: string) => {
        for (const news of readNews(text)) listener(news);
      };
      return listen({ redisUrl, subscribers, channel: newsChannel, hear, onGap, onError });
    },
    check: async () => {
      if ([...subscribers].some(({ status }) => status !== "ready")) throw new Error("the connection that listens is down");
      await publisher.ping();
    },
    nudge: async () => {
      await publisher.publish(nudgeChannel, "").catch(onError);
    },
    onNudge: (listener) => listen({ redisUrl, subscribers, channel: nudgeChannel, hear: listener, onGap: listener, onError }),
    close: async () => publisher.disconnect(),
  };
}

type Listening = {
  redisUrl: string;
  subscribers: Set<Redis>;
  channel: string;
  hear: (payload: string) => void;
  onGap: () => void;
  onError: (error: Error) => void;
};

async function listen({ redisUrl, subscribers, channel, hear, onGap, onError }: Listening): Promise<() => Promise<void>> {
  const subscriber = new Redis(redisUrl, { maxRetriesPerRequest: null });
  let ready = false;
  subscriber.on("error", onError);
  subscriber.on("ready", () => {
    if (ready) onGap();
    ready = true;
  });
  subscriber.on("message", (_channel, text) => hear(text));
  subscribers.add(subscriber);
  await subscriber.subscribe(channel);
  return async () => {
    subscribers.delete(subscriber);
    subscriber.disconnect();
  };
}
