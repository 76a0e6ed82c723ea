import { readEnv } from "./env.ts";
import { handlers } from "./handlers.ts";
import { runWorker } from "./run-worker.ts";

await runWorker(readEnv(), handlers);
