import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { whatsappAccount } from "../simulator.ts";
import { makeInstagramMid, makeMessengerMid, makeWamid } from "../wire/make-id.ts";
import { asStandby } from "../wire/messaging.ts";
import { whatsappNumberField } from "../wire/whatsapp.ts";
import type { Person, Thread } from "../world/world.ts";

/** Who does something, where and when. `deliver` false: the webhook is made but not posted. */
export type Acting = { account: AccountConfig; person: Person; at: number; deliver?: boolean | undefined };

export type Done = { externalId: string | null; delivered: boolean; status: number | null; body: unknown };

/** The platform or the moment does not allow it. */
export class CannotAct extends Error {}

/** An id of the form the channel gives its messages. */
export function makeId(account: AccountConfig): string {
  if (account.channel === "whatsapp") return makeWamid();
  return account.channel === "messenger" ? makeMessengerMid() : makeInstagramMid();
}

type Body = Record<string, unknown>;

/** Posts what a person did, the way the business gets it: an app that another one has taken the thread from only looks on. */
export async function tell(
  simulator: Simulator,
  { account, thread, deliver }: { account: AccountConfig; thread: Thread | undefined; deliver?: boolean | undefined },
  body: Body,
  told: { externalId: string | null; onDelivered?: () => void },
): Promise<Done> {
  const sent = thread?.heldByOther ? lookedOn(account, body) : body;
  if (deliver === false) return { externalId: told.externalId, delivered: false, status: null, body: sent };
  const { delivered, status } = await simulator.post(account, sent, told.onDelivered);
  return { externalId: told.externalId, delivered, status, body: sent };
}

function lookedOn(account: AccountConfig, body: Body): Body {
  if (account.channel !== "whatsapp") return asStandby(body);
  const [entry] = body.entry as { changes: { field: string; value: Body }[] }[];
  const [change] = entry?.changes ?? [];
  if (change?.field !== "messages") return body;
  const { messaging_product: _, metadata: __, ...standby } = change.value;
  return whatsappNumberField(whatsappAccount(account), "standby", { standby });
}
