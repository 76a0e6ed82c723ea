import { Redis } from "ioredis";
import { newsSchema, type Realtime } from "./news.ts";

const channel = "onethread:news";

/** News over Redis' publish and subscribe. */
export function openRedisRealtime(redisUrl: string, onError: (error: Error) => void): Realtime {
  const publisher = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: true });
  publisher.on("error", onError);
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
      await subscriber.subscribe(channel);
      return async () => subscriber.disconnect();
    },
    close: async () => publisher.disconnect(),
  };
}
