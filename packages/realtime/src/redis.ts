import { Redis } from "ioredis";
import { newsSchema, type Realtime } from "./news.ts";

const channel = "onethread:news";

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
        await publisher.publish(channel, JSON.stringify(news));
      } catch (error) {
        onError(error as Error);
      }
    },
    subscribe: async (listener, onGap) => {
      const subscriber = new Redis(redisUrl, { maxRetriesPerRequest: null });
      let ready = false;
      subscriber.on("error", onError);
      subscriber.on("ready", () => {
        if (ready) onGap();
        ready = true;
      });
      subscriber.on("message", (_channel, text) => {
        for (const news of newsSchema.array().parse(JSON.parse(text))) listener(news);
      });
      subscribers.add(subscriber);
      await subscriber.subscribe(channel);
      return async () => {
        subscribers.delete(subscriber);
        subscriber.disconnect();
      };
    },
    check: async () => {
      if ([...subscribers].some(({ status }) => status !== "ready")) throw new Error("the connection that listens is down");
      await publisher.ping();
    },
    close: async () => publisher.disconnect(),
  };
}
