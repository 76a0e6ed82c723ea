import { readFileSync } from "node:fs";
import { configSchema } from "./config.ts";
import { readEnv } from "./env.ts";
import { startSimulator } from "./start-simulator.ts";

const { port, host, configPath } = readEnv();
const config = configSchema.parse(JSON.parse(readFileSync(configPath, "utf8")));
const running = await startSimulator(config, { port, host });
process.stdout.write(`The simulator answers at ${running.url}\n`);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  void running.close().then(() => process.exit(0));
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
