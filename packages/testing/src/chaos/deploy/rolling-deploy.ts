import { freePort } from "@onethread/db/embedded";
import { hasRedis } from "../../redis.ts";
import { until } from "../../until.ts";
import { chance } from "../chance.ts";
import type { Arena, Fault } from "../fault.ts";
import type { Instance } from "../instance.ts";
import { runFaults } from "../nemesis.ts";
import type { Scenario } from "../scenario.ts";
import { openStage, type Stage } from "../stage.ts";
import { startTwin, type Twin } from "../twin.ts";
import { type Agents, putToWork } from "./agents.ts";
import { type Balancer, startBalancer } from "./balancer.ts";
import { changeAMillionRows, fillTimeline } from "./change-a-million-rows.ts";

type Fleet = {
  /** Past the balancers. */
  first: Instance;
  second: Record<"gateway" | "worker" | "console", Twin>;
  urls: { secondGateway: string; secondConsole: string };
  balancers: { gateway: Balancer; console: Balancer };
  close(): Promise<void>;
};

/** F15: two gateways, two workers and two consoles behind balancers, ended and started one by one while everybody works. */
export const rollingDeploy: Scenario = {
  faults: ["F15"],
  run: async (options) => {
    const random = chance(`${options.seed}/deploy`);
    let fleet: Fleet | undefined;
    const open = async (onSend: Parameters<typeof openStage>[1]): Promise<Stage> => {
      const stage = await openStage(random.fork("stage"), onSend, { redis: hasRedis(), env: { SHUTDOWN_DELAY_SECONDS: "1" } });
      const opened = await openFleet(stage.instance);
      fleet = opened;
      return {
        ...stage,
        instance: { ...stage.instance, gatewayUrl: opened.balancers.gateway.url, consoleUrl: opened.balancers.console.url },
        close: async (keep) => {
          await opened.close();
          await stage.close(keep);
        },
      };
    };
    return runFaults(random, [deploy(() => fleet)], open, options);
  },
};

function deploy(fleet: () => Fleet | undefined): Fault {
  const said: string[] = [];
  return {
    name: "F15",
    what: "every process ended and started again in turn (SIGTERM), the largest table changed meanwhile",
    strikes: { small: 1, full: 3 },
    webhooks: { small: 1500, full: 9000 },
    perSecond: { small: 50, full: 50 },
    strike: async (arena) => {
      const there = fleet();
      if (!there) throw new Error("the fleet is not there");
      const { first } = there;
      const workspace = arena.stage.workspaces[0];
      if (!workspace) throw new Error("no workspace");
      await fillTimeline(first.owner, workspace.id, arena.full ? 1_000_000 : 50_000);
      const refused = arena.sender.latencies.refused.length;
      const work = people(arena);
      const before = await work.for(5000);
      const change = changeAMillionRows(first.owner, workspace.id);
      const started = performance.now();
      const ends = await rollAll(there);
      const changed = await change;
      const rolled = performance.now() - started;
      const { failed, p99 } = await work.stop();
      for (const [what, list] of Object.entries(failed)) for (const one of new Set(list)) said.push(`${what}: ${list.length} failed, ${one}`);
      const notAcknowledged = arena.sender.latencies.refused.length - refused;
      if (notAcknowledged > 0) said.push(`${notAcknowledged} webhooks were not acknowledged at once`);
      if (Math.max(...ends) > 11_000) said.push(`a process took ${(Math.max(...ends) / 1000).toFixed(1)} s to end`);
      arena.notes.push(
        `agents' requests p99 ${before.p99.toFixed(0)} ms before, ${p99.toFixed(0)} ms during; processes ended in ${ends.map((ms) => (ms / 1000).toFixed(1)).join(", ")} s; ` +
          `${changed.filledRows} rows changed in ${changed.seconds.toFixed(1)} s, longest wait for a lock ${changed.longestLockWaitMs.toFixed(0)} ms, ${changed.refusedLocks} given up and tried again`,
      );
      return rolled;
    },
    judge: async () => said,
  };
}

/** One after the other; each answers again before the next is ended. */
async function rollAll({ first, second, urls }: Fleet): Promise<number[]> {
  const ends: number[] = [];
  const answers = (url: string) => until(`${url} answers`, async () => (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok, { seconds: 90 });
  const rollFirst = async (name: "gateway" | "worker" | "console") => {
    const pid = first.kill(name, "SIGTERM");
    ends.push(await first.untilRestarted(name, pid));
  };
  await rollFirst("gateway");
  await answers(`${first.gatewayUrl}/readyz`);
  ends.push(await second.gateway.roll());
  await answers(`${urls.secondGateway}/readyz`);
  await rollFirst("worker");
  ends.push(await second.worker.roll());
  await rollFirst("console");
  await answers(`${first.consoleUrl}/login`);
  ends.push(await second.console.roll());
  await answers(`${urls.secondConsole}/login`);
  return ends;
}

/** Agents reading their inbox, and browsers opening the console. */
function people(arena: Arena) {
  const { instance, workspaces } = arena.stage;
  const get = (url: string, key?: string) =>
    fetch(url, { headers: key ? { authorization: `Bearer ${key}` } : {}, signal: AbortSignal.timeout(15_000) });
  const inbox: Agents = putToWork(arena.full ? 200 : 60, (index) => {
    const workspace = workspaces[index % workspaces.length];
    return get(`${instance.gatewayUrl}/api/v1/conversations?limit=50`, workspace?.apiKey);
  });
  const pages: Agents = putToWork(2, () => get(`${instance.consoleUrl}/login`));
  const p99 = (from: number) => {
    const sorted = inbox.latencies.slice(from).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  };
  let from = 0;
  return {
    for: async (ms: number) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      const found = { p99: p99(0) };
      from = inbox.latencies.length;
      return found;
    },
    stop: async () => {
      await Promise.all([inbox.stop(), pages.stop()]);
      return { failed: { "agents' requests": inbox.failed, "pages of the console": pages.failed }, p99: p99(from) };
    },
  };
}

async function openFleet(first: Instance): Promise<Fleet> {
  const ports = { gateway: await freePort(), console: await freePort() };
  const urls = { secondGateway: `http://127.0.0.1:${ports.gateway}`, secondConsole: `http://127.0.0.1:${ports.console}` };
  const port = new URL(first.consoleUrl).port;
  const second = {
    gateway: startTwin(first, "gateway", { env: { GATEWAY_PORT: String(ports.gateway) }, again: true }),
    worker: startTwin(first, "worker", { again: true }),
    console: startTwin(first, "console", {
      env: { GATEWAY_URL: urls.secondGateway },
      args: (args) => args.map((arg) => (arg === port ? String(ports.console) : arg)),
      again: true,
    }),
  };
  await until("the second gateway is ready", async () => (await fetch(`${urls.secondGateway}/readyz`)).ok, { seconds: 90 });
  await until("the second console answers", async () => (await fetch(`${urls.secondConsole}/login`)).ok, { seconds: 90 });
  const balancers = {
    gateway: await startBalancer([first.gatewayUrl, urls.secondGateway], "/readyz"),
    console: await startBalancer([first.consoleUrl, urls.secondConsole], "/login"),
  };
  return {
    first,
    second,
    urls,
    balancers,
    close: async () => {
      await Promise.all([balancers.gateway.close(), balancers.console.close()]);
      await Promise.all(Object.values(second).map((twin) => twin.stop()));
    },
  };
}
