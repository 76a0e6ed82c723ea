import type { Fault } from "../fault.ts";
import { poisonBodies } from "../traffic/poison.ts";

/** F11: broken bodies among sound ones. The sound ones come through; the broken ones are told, never waiting, never fatal. */
export const poison: Fault = {
  name: "F11",
  what: "broken webhooks mixed in",
  strikes: { small: 0, full: 0 },
  webhooks: { small: 600, full: 20_000 },
  poison: ({ stage, full }, random, firstPerson) =>
    poisonBodies(
      random,
      stage.workspaces.flatMap(({ accounts }) => accounts),
      { secret: stage.secret, count: full ? 500 : 200, firstPerson },
    ),
  judge: async ({ stage: { instance }, pids }) =>
    (["gateway", "worker"] as const).filter((name) => instance.pid(name) !== pids[name]).map((name) => `the ${name} died of a broken webhook`),
};
