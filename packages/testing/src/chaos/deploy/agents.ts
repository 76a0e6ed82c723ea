import { sleep } from "../../until.ts";

export type Agents = { failed: string[]; latencies: number[]; stop(): Promise<void> };

/** People at work: requests at a fixed rate, whatever becomes of the ones before. Each that is not answered well is kept. */
export function putToWork(perSecond: number, ask: (index: number) => Promise<Response>): Agents {
  const failed: string[] = [];
  const latencies: number[] = [];
  const under = new Set<Promise<void>>();
  let stopped = false;
  const one = async (index: number) => {
    const began = performance.now();
    let said: string | null;
    try {
      const answer = await ask(index);
      await answer.arrayBuffer();
      said = answer.ok ? null : `answered ${answer.status}`;
    } catch (error) {
      const { name, message, cause } = error as Error;
      said = `${name}: ${(cause as Error | undefined)?.message ?? message}`;
    }
    latencies.push(performance.now() - began);
    if (said) failed.push(said);
  };
  const running = (async () => {
    const started = performance.now();
    for (let index = 0; !stopped; index++) {
      const early = started + (index * 1000) / perSecond - performance.now();
      if (early > 0) await sleep(early);
      const asked = one(index).finally(() => under.delete(asked));
      under.add(asked);
    }
  })();
  return {
    failed,
    latencies,
    stop: async () => {
      stopped = true;
      await running;
      await Promise.all(under);
    },
  };
}
