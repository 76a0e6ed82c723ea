import { until } from "../../until.ts";
import type { Fault } from "../fault.ts";
import { untilProgress } from "./until-progress.ts";

/** F3. Recovered: Postgres takes connections, the gateway is ready, and a webhook is worked off. */
export const killPostgres: Fault = {
  name: "F3",
  what: "kill -9 of Postgres and all its processes",
  strikes: { small: 2, full: 20 },
  webhooks: { small: 600, full: 30_000 },
  strike: async ({ stage: { instance } }) => {
    const started = performance.now();
    instance.killPostgres();
    await until("Postgres is back", async () => (await instance.owner.query("SELECT 1")).rowCount === 1, { every: 50 });
    await instance.untilReady();
    await untilProgress(instance);
    return performance.now() - started;
  },
};
