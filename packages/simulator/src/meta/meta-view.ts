import type { Fault } from "../graph/faults.ts";
import type { MischiefSettings } from "../mischief.ts";
import type { Simulator } from "../simulator.ts";
import type { AccountState } from "../world/account-state.ts";
import { templateScope, templatesOf } from "../world/templates.ts";

export type MetaView = {
  webhookUrl: string;
  /** Webhooks that were not taken yet and are tried again. */
  waiting: number;
  mischief: MischiefSettings;
  faults: Fault[];
  accounts: {
    externalId: string;
    wabaId: string | null;
    channel: string;
    name: string;
    state: AccountState;
    templates: { id: string; name: string; language: string; status: string; quality: string; category: string; shared: string }[];
  }[];
};

/** How things stand at Meta. No secret is in it. */
export const metaView = (simulator: Simulator): MetaView => ({
  webhookUrl: simulator.config.webhookUrl,
  waiting: simulator.sender.pending().length,
  mischief: simulator.mischief.settings,
  faults: simulator.faults.list(),
  accounts: [...simulator.world.accounts.values()].map((account) => ({
    externalId: account.externalId,
    wabaId: account.channel === "whatsapp" ? templateScope(account) : null,
    channel: account.channel,
    name: account.name,
    state: simulator.world.stateOf(account.externalId),
    templates: (account.channel === "instagram" ? [] : templatesOf(simulator.world, account)).map(
      ({ id, name, language, status, quality_score, category }) => ({
        id,
        name,
        language,
        status,
        quality: quality_score.score,
        category,
        shared: templateScope(account),
      }),
    ),
  })),
});
