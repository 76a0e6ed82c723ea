import { readEnv } from "./env.ts";
import { handlers } from "./handlers.ts";
import { runWorker } from "./run-worker.ts";

/** The real worker, but one of its jobs gets stuck in the way that is asked for; and it is less patient, for the test's sake. */
const ways: Record<string, () => Promise<void>> = {
  hangs: () => new Promise(() => {}),
  spins: async () => {
    for (;;);
  },
  works: async () => {},
};

const way = ways[process.argv[2] ?? ""];
if (!way) throw new Error("say how it gets stuck");
await runWorker(readEnv(), (context) => ({ ...handlers(context), "profiles.fetch": way }), { silence: 5, wait: 600, loop: 3 });
