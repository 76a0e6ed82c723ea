import type { Actor, Result } from "@onethread/core";
import { type Context, createMacro } from "@onethread/operations";

type Must = <T>(result: Result<T>) => T;
type Ids = Record<string, string>;

/** What the shop's agents do again and again. `labels`, `queues`: ids by name, as the API shows them. */
export async function shopMacros(context: Context, system: Actor, { labels, queues }: { labels: Ids; queues: Ids }, must: Must): Promise<void> {
  must(
    await createMacro(context, system, {
      name: "Return: label is on its way",
      own: false,
      actions: [
        {
          do: "insert_text",
          text: "No problem, {{customer.first_name|and thank you for telling us}}! The return label is on its way to you. Once the parcel is here, the refund takes three days.",
        },
        { do: "add_labels", labels: [labels.Returns ?? ""] },
        { do: "set_queue", queueId: queues.returns ?? null },
        { do: "snooze", hours: null },
      ],
    }),
  );
  must(
    await createMacro(context, system, {
      name: "Over to wholesale",
      own: false,
      actions: [
        { do: "add_note", text: "@Noa Berg a shop that wants to order: could you make an offer?" },
        { do: "add_labels", labels: [labels.Wholesale ?? ""] },
        { do: "set_priority", priority: "high" },
        { do: "set_queue", queueId: queues.wholesale ?? null },
        { do: "assign", to: "nobody" },
      ],
    }),
  );
}
