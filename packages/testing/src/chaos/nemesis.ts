import type { Chance } from "./chance.ts";
import type { Arena, Fault } from "./fault.ts";
import { openAudience } from "./live/audience.ts";
import { openLiveClient } from "./live/live-client.ts";
import { checkRebuild } from "./rebuild.ts";
import { openReplier, type Replier } from "./replier.ts";
import { runFault } from "./run-fault.ts";
import type { ChaosOptions, ChaosResult } from "./scenario.ts";
import { openSender, type Sender } from "./sender.ts";
import type { Stage } from "./stage.ts";

export type OpenStage = (onSend: Replier["receipts"]) => Promise<Stage>;

/** Runs the faults one after the other on one installation, each with people and messages of its own; then rebuilds it all. */
export async function runFaults(random: Chance, faults: readonly Fault[], open: OpenStage, options: ChaosOptions): Promise<ChaosResult[]> {
  const wanted = faults.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  if (wanted.length === 0) return [];
  let stage: Stage | undefined;
  let sender: Sender | undefined;
  const replier = openReplier(
    random.fork("replies"),
    () => there(stage),
    () => there(sender),
  );
  stage = await open(replier.receipts);
  const { instance, workspaces } = stage;
  sender = openSender({ url: `${instance.gatewayUrl}/webhooks/meta` });
  const { gatewayUrl } = instance;
  const clients = workspaces.map(({ id, apiKey, canary }) =>
    openLiveClient({ gatewayUrl, workspaceId: id, apiKey, random: random.fork(`screen ${canary}`) }),
  );
  const results: ChaosResult[] = [];
  try {
    for (const [index, fault] of wanted.entries()) {
      const pids = { gateway: instance.pid("gateway"), worker: instance.pid("worker") };
      const of = (forms: Fault["agents"]) => (options.full ? forms?.full : forms?.small) ?? 0;
      const people = { agents: of(fault.agents), listeners: of(fault.listeners) };
      const audience = await openAudience(stage, random.fork(`${fault.name} audience`), people);
      const screens = [...clients, ...audience.agents];
      const arena: Arena = {
        stage,
        sender,
        replier,
        clients: screens,
        audience,
        pids,
        notes: [],
        random: random.fork(`${fault.name} arena`),
        full: options.full,
      };
      try {
        results.push(await runFault(arena, fault, random.fork(fault.name), { ...options, firstPerson: index * 1000 }));
      } finally {
        await Promise.all(arena.clients.slice(clients.length).map((client) => client.close()));
        await audience.close();
      }
    }
    if (results.some((one) => !one.skipped)) results.push(await checkRebuild(stage));
  } finally {
    for (const client of clients) await client.close();
    sender.close();
    const broken = results.some(({ violations }) => violations.length > 0);
    if (broken) options.say(`      What broke a promise is kept, with its logs: ${instance.home}`);
    await stage.close(broken);
  }
  return results;
}

function there<T>(value: T | undefined): T {
  if (!value) throw new Error("not started yet");
  return value;
}
