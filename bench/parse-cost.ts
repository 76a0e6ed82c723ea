import { readdirSync, readFileSync } from "node:fs";
import { parseWebhook } from "../packages/channels/src/index.ts";
import { median } from "./load.ts";

const folder = new URL("../packages/channels/fixtures/", import.meta.url);

/**
 * What parsing costs: the median over many rounds through every known body, in microseconds of processor time per item
 * (the clock on the wall would count whatever else the machine does).
 */
export function parseCost(rounds: number): { perItem: number; items: number; bodies: number } {
  const bodies = ["whatsapp", "messenger", "instagram"].flatMap((channel) =>
    readdirSync(new URL(`${channel}/`, folder)).map((file) => readFileSync(new URL(`${channel}/${file}`, folder))),
  );
  let items = 0;
  const round = (): number => {
    items = 0;
    const before = process.cpuUsage();
    for (const body of bodies) {
      const parsed = parseWebhook(body);
      if (parsed.ok) items += parsed.items.length;
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / items;
  };
  for (let warm = 0; warm < 50; warm++) round();
  const perItem = median(Array.from({ length: rounds }, round));
  return { perItem, items, bodies: bodies.length };
}
