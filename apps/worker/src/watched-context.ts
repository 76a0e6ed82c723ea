import type { Context } from "@onethread/operations";
import type { Progress } from "./progress.ts";

/** The context for verbs, in which each call to the outside that ends by itself counts as progress. Statements say so themselves. */
export function watchedContext(context: Context, progress: Progress): Context {
  const watched =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      const ending = work(...args);
      progress.wait(ending);
      return ending;
    };
  const { storage } = context.media;
  return {
    ...context,
    callPlatform: watched(context.callPlatform),
    media: {
      ...context.media,
      download: watched(context.media.download),
      storage: {
        put: watched(storage.put),
        remove: watched(storage.remove),
        open: watched(async (...args: Parameters<typeof storage.open>) => {
          const stream = await storage.open(...args);
          // Reading takes as long as the file is large.
          if (stream) progress.wait(new Promise((resolve) => stream.once("close", resolve)));
          return stream;
        }),
      },
    },
  };
}
