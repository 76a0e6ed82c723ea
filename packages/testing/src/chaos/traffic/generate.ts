import { createHash } from "node:crypto";
import { signed } from "../../signed.ts";
import type { Chance } from "../chance.ts";
import type { Fact, Said, TrafficAccount } from "./fact.ts";
import { type WireEntry, wire } from "./wire.ts";

/** A webhook to be sent: the bytes, their signature, and what the receiver will know it by. */
export type Body = { bytes: Uint8Array; signature: string; digest: string };

export type Traffic = { tag: string; facts: Fact[]; bodies: Body[] };

export type TrafficOptions = {
  accounts: readonly TrafficAccount[];
  secret: string;
  /** Webhooks. */
  count: number;
  /** People per account, and the number of the first one. */
  people: number;
  firstPerson: number;
  /** Stands in every text and external id, so that what belongs to this traffic is found again. */
  tag: string;
  /** When the last of it occurred. */
  now: number;
};

/** Seeded webhooks of several businesses and channels, mixed as Meta mixes them; about a fifth carries several items. */
export function generateTraffic(random: Chance, options: TrafficOptions): Traffic {
  const facts: Fact[] = [];
  const bodies: Body[] = [];
  const maker = factMaker(random, options);
  while (bodies.length < options.count) {
    const size = random.yes(0.2) ? random.int(2, 4) : 1;
    const told = Array.from({ length: size }, () => maker());
    facts.push(...told);
    // One body has one object: what is of another goes into one of its own.
    for (const object of new Set(told.map((fact) => wire(fact).object))) bodies.push(toBody(told.map(wire), object, options.secret));
  }
  return { tag: options.tag, facts, bodies };
}

function toBody(entries: readonly WireEntry[], object: string, secret: string): Body {
  return bodyOf({ object, entry: entries.filter((one) => one.object === object).map((one) => one.entry) }, secret);
}

export function bodyOf(content: unknown, secret: string): Body {
  const { body, signature } = signed(content, secret);
  return { bytes: body, signature, digest: createHash("sha256").update(body).digest("hex") };
}

/** Every fact has a second of its own, so that no two of one conversation tie. */
function factMaker(random: Chance, { accounts, people, firstPerson, tag, now, count }: TrafficOptions): () => Fact {
  const base = now - Math.ceil(count * 1.5) * 1000;
  const told: Said[] = [];
  const edited = new Map<string, number>();
  let index = 0;
  return () => {
    const number = index++;
    const at = base + number * 1000 + random.int(0, 999);
    const wish = random.next();
    const account = random.pick(accounts);
    const person = firstPerson + random.int(0, people - 1);
    const prefix = account.channel === "whatsapp" ? "wamid" : "m";
    const id = `${prefix}.${tag}.${number}`;
    const text = `${account.canary} ${tag}.${number}.`;
    const earlier = told.length > 0 ? told[random.int(Math.max(0, told.length - 200), told.length - 1)] : undefined;
    if (earlier && wish > 0.72) {
      const fact = after(earlier, random, { at, number });
      if (fact.kind === "edit") {
        fact.number = (edited.get(earlier.id) ?? 0) + 1;
        edited.set(earlier.id, fact.number);
      }
      return fact;
    }
    if (account.channel === "instagram" && wish < 0.03) return { kind: "comment", account, person, id: `c.${tag}.${number}`, at, text };
    const fact: Said = { kind: wish < 0.12 ? "echo" : "text", account, person, id, at, text };
    told.push(fact);
    return fact;
  };
}

/** Something that happens to a message after it. */
function after(earlier: Said, random: Chance, { at, number }: { at: number; number: number }): Fact {
  const { account, person, id } = earlier;
  const on = { account, person, id, at };
  const reaction = (): Fact => ({ kind: "reaction", ...on, emoji: random.yes(0.2) ? null : random.pick(["👍", "❤️", "🙏🏾"]) });
  if (earlier.kind === "echo") {
    if (account.channel === "whatsapp") {
      return { kind: "status", ...on, status: random.pick(["sent", "delivered", "delivered", "read", "read", "failed"]) };
    }
    return { kind: account.channel === "messenger" && random.yes(0.5) ? "delivered" : "read", ...on };
  }
  const wish = random.next();
  if (wish < 0.15) return { kind: "deletion", ...on };
  if (wish < 0.55 && account.channel !== "whatsapp") return { kind: "edit", ...on, number: 0, text: `${earlier.text} edit ${number}` };
  return reaction();
}
