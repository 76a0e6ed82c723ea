import type { Chance } from "./chance.ts";
import type { Audience } from "./live/audience.ts";
import type { LiveClient } from "./live/live-client.ts";
import type { Replier } from "./replier.ts";
import type { Sender } from "./sender.ts";
import type { Stage } from "./stage.ts";
import type { Body } from "./traffic/generate.ts";
import type { Mischief } from "./traffic/schedule.ts";

/** Small and full form. */
type Forms = { small: number; full: number };

/** What there is to harm, and who watches. */
export type Arena = {
  stage: Stage;
  sender: Sender;
  replier: Replier;
  /** The screens that are judged in the end; a fault may add its own, which are closed with the others. */
  clients: LiveClient[];
  /** Those who have the live stream open because the fault wants it. */
  audience: Audience;
  /** Who ran when the fault began. */
  pids: { gateway: number; worker: number };
  /** What a fault has to tell beside what is judged. */
  notes: string[];
  random: Chance;
  full: boolean;
};

export type Fault = {
  name: string;
  what: string;
  /** How often it strikes, and among how many webhooks. */
  strikes: Forms;
  webhooks: Forms;
  mischief?: Mischief;
  /** How fast the platform sends; usually 150 in the small form, 1,000 in the full one. */
  perSecond?: Forms;
  /** When it is over, everything comes once more: a platform that has to repeat a whole week. */
  again?: boolean;
  /** How many agents have a screen open, and how many more only the live stream. */
  agents?: Forms;
  listeners?: Forms;
  /** Why it can't be tried here; null: it can. */
  unfit?(arena: Arena): string | null;
  /** Does the harm and waits until it is over. Answers the milliseconds until everything worked again. */
  strike?(arena: Arena, round: number): Promise<number>;
  /** Broken bodies among the sound ones, of people from this number on. */
  poison?(arena: Arena, random: Chance, firstPerson: number): Body[];
  /** What else must be so; in plain words what is not. */
  judge?(arena: Arena): Promise<string[]>;
  /** Puts right what its strikes left behind. */
  after?(arena: Arena): Promise<void>;
};
