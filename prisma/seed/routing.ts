import { type Actor, fromTypeId, type Result, type RoutingAction, type RoutingCondition } from "@onethread/core";
import { type Context, createBusinessHours, createQueue, createRoutingRule } from "@onethread/operations";

type Must = <T>(result: Result<T>) => T;

/**
 * When the shop is there, its queues, and the rules that send new conversations to them. `labels`: ids by name, as the API
 * shows them. Answers the queues in the same way.
 */
export async function shopRouting(context: Context, system: Actor, labels: Record<string, string>, must: Must): Promise<Record<string, string>> {
  const open = (...spans: [string, string][]) => spans.map(([from, to]) => ({ from, to }));
  const holidays = [
    { date: "2026-01-01", yearly: true, name: "New Year", intervals: [] },
    { date: "2026-12-24", yearly: true, name: "Christmas Eve", intervals: open(["09:00", "13:00"]) },
    { date: "2026-12-25", yearly: true, name: "Christmas", intervals: [] },
  ];
  const day = open(["09:00", "18:00"]);
  const base = { timeZone: "Europe/Berlin", exceptions: holidays, closedUntil: null };
  const shop = must(
    await createBusinessHours(context, system, {
      ...base,
      name: "Shop",
      week: [day, day, day, day, day, open(["10:00", "14:00"]), []],
      isDefault: true,
    }),
  );
  const desk = open(["08:00", "12:00"], ["13:00", "16:00"]);
  const wholesale = must(
    await createBusinessHours(context, system, { ...base, name: "Wholesale desk", week: [desk, desk, desk, desk, [], [], []], isDefault: false }),
  );
  const queue = async (name: string, businessHoursId: string | null, isDefault = false) =>
    must(await createQueue(context, system, { name, businessHoursId, isDefault })).id;
  const uuid = (id: string) => fromTypeId("businessHours", id) ?? "";
  const queues = {
    service: await queue("Service", uuid(shop.id), true),
    returns: await queue("Returns", uuid(shop.id)),
    wholesale: await queue("Wholesale", uuid(wholesale.id)),
    sales: await queue("Sales", uuid(shop.id)),
  };
  const to = (queueId: string, more: Partial<RoutingAction> = {}): RoutingAction => ({
    queueId,
    assigneeId: null,
    labels: [],
    priority: null,
    ...more,
  });
  const rule = async (name: string, condition: RoutingCondition, action: RoutingAction, enabled = true) =>
    must(await createRoutingRule(context, system, { name, condition, action, enabled }));
  await rule(
    "Shops",
    {
      any: [
        { field: "label", op: "in", values: [labels.Wholesale ?? ""] },
        { field: "text", op: "contains", value: "wholesale, our shops, three shops" },
      ],
    },
    to(queues.wholesale, { priority: "high" }),
  );
  await rule("Returns", { field: "text", op: "contains", value: "return, refund, exchange, too big, too small" }, to(queues.returns));
  await rule("From an ad", { field: "referral", op: "is", value: true }, to(queues.sales));
  await rule("Questions about things", { field: "text", op: "contains", value: "size, color, colour, gloves, coat, scarf" }, to(queues.sales));
  await rule("Urgent at night", { field: "hours", op: "closed", values: [shop.id] }, to(queues.service, { priority: "high" }), false);
  return queues;
}
