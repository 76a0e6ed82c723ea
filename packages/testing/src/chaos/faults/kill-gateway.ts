import type { Fault } from "../fault.ts";

/** F2. Recovered: it says that it can do its work. */
export const killGateway: Fault = {
  name: "F2",
  what: "kill -9 of the gateway",
  strikes: { small: 3, full: 20 },
  webhooks: { small: 600, full: 30_000 },
  strike: async ({ stage: { instance } }) => {
    const started = performance.now();
    const killed = instance.kill("gateway");
    await instance.untilRestarted("gateway", killed);
    await instance.untilReady();
    return performance.now() - started;
  },
};
