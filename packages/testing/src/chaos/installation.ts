import { hasRedis } from "../redis.ts";
import { chance } from "./chance.ts";
import { dropStreams } from "./faults/drop-streams.ts";
import { killGateway } from "./faults/kill-gateway.ts";
import { killPostgres } from "./faults/kill-postgres.ts";
import { killWorker } from "./faults/kill-worker.ts";
import { loseRedis } from "./faults/lose-redis.ts";
import { pauseRedis } from "./faults/pause-redis.ts";
import { poison } from "./faults/poison.ts";
import { reconnectAvalanche } from "./faults/reconnect-avalanche.ts";
import { slowConsumers } from "./faults/slow-consumers.ts";
import { slowRequests } from "./faults/slow-requests.ts";
import { storm } from "./faults/storm.ts";
import { zombieWorker } from "./faults/zombie-worker.ts";
import { runFaults } from "./nemesis.ts";
import type { Scenario } from "./scenario.ts";
import { openStage } from "./stage.ts";

const faults = [
  killWorker,
  killGateway,
  killPostgres,
  loseRedis,
  pauseRedis,
  storm,
  poison,
  slowConsumers,
  dropStreams,
  reconnectAvalanche,
  zombieWorker,
  slowRequests,
];

/** The faults of processes: one installation of `npm start`, jobs and news on Redis where the machine has it. */
export const installation: Scenario = {
  faults: faults.map(({ name }) => name),
  run: (options) => {
    const random = chance(options.seed);
    return runFaults(random, faults, (onSend) => openStage(random.fork("stage"), onSend, { redis: hasRedis() }), options);
  },
};
