import { until } from "../until.ts";
import type { Instance } from "./instance.ts";
import { startTwin, type Twin } from "./twin.ts";

const ups = (log: string): number => log.split("the worker is up").length - 1;

/** One more worker of the same installation. Nobody starts it again. Answers when it is up. */
export async function startSecondWorker(instance: Instance, env: Record<string, string> = {}): Promise<Pick<Twin, "stop">> {
  const worker = startTwin(instance, "worker", { env });
  const before = ups(worker.log());
  await until("the second worker is up", () => ups(worker.log()) > before);
  return worker;
}
