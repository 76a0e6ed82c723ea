import { CannotAct } from "../acts/act-context.ts";
import { controlThread } from "../acts/control-thread.ts";
import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import type { Template } from "../world/template.ts";
import { templatesOf } from "../world/templates.ts";
import type { Person } from "../world/world.ts";
import { displayNameNews, qualityNews, standingNews, templateNews, templateQualityNews } from "./account-news.ts";
import type { MetaAct, MetaActOf } from "./meta-schema.ts";
import { answerOutside, importHistory, testEvent } from "./outside-answers.ts";

export type MetaDoing = { account: AccountConfig; person: Person | null; at: number; act: MetaAct };

/** Just over the 24 hours and the seven days in which a business may answer. */
const longAgo = 8 * 24 * 3_600_000;

/** Meta does something to an account or a chat; the product hears of it where Meta would tell. */
export async function doMeta(simulator: Simulator, { account, person, at, act }: MetaDoing): Promise<{ told: boolean }> {
  const { world } = simulator;
  const state = world.stateOf(account.externalId);
  const somebody = (): Person => {
    if (!person) throw new CannotAct("Choose a person first.");
    return person;
  };
  const told = async (news: Record<string, unknown> | null): Promise<{ told: boolean }> => {
    world.changed(null);
    if (news === null) return { told: false };
    return { told: (await simulator.post(account, news)).delivered };
  };
  switch (act.type) {
    case "token":
      state.token = act.value;
      return told(null);
    case "standing":
      state.standing = act.value;
      return told(standingNews(account, act.value, at));
    case "quality":
      state.quality = act.value;
      return told(qualityNews(account, act.value, at));
    case "display_name":
      state.displayName = act.value;
      return told(displayNameNews(account, act.value, at));
    case "subscription":
      state.subscribed = act.value;
      return told(null);
    case "template":
      return told(changeTemplate(simulator, account, act, at));
    case "expire_window": {
      const thread = world.beginThread(account, somebody());
      thread.openedAt = thread.openedAt === null ? null : Math.min(thread.openedAt, at - longAgo);
      return told(null);
    }
    case "thread_control":
      await controlThread(simulator, { account, person: somebody(), toOther: act.toOther, at });
      return { told: true };
    case "echo":
      await answerOutside(simulator, { account, person: somebody(), at }, act.text);
      return { told: true };
    case "history":
      if (account.channel !== "whatsapp") throw new CannotAct("Only WhatsApp hands over what was said before.");
      await importHistory(simulator, { account, person: somebody(), at }, act.messages);
      return { told: true };
    case "test_event":
      return told(testEvent(account, at));
  }
}

function changeTemplate(
  simulator: Simulator,
  account: AccountConfig,
  { id, change }: MetaActOf<"template">,
  at: number,
): Record<string, unknown> | null {
  const template = templatesOf(simulator.world, account).find((one) => one.id === id);
  if (!template) throw new CannotAct("There is no such template.");
  if (change === "quality_down" || change === "quality_up") return changeQuality(account, template, change, at);
  template.status = change;
  template.rejected_reason = change === "REJECTED" ? "TAG_CONTENT_MISMATCH" : "NONE";
  return templateNews(account, template, at);
}

const scores: Template["quality_score"]["score"][] = ["RED", "YELLOW", "GREEN"];

function changeQuality(
  account: AccountConfig,
  template: Template,
  change: "quality_down" | "quality_up",
  at: number,
): Record<string, unknown> | null {
  const before = template.quality_score.score;
  const known = scores.indexOf(before);
  const place = (known === -1 ? 2 : known) + (change === "quality_down" ? -1 : 1);
  template.quality_score = { score: scores[Math.min(2, Math.max(0, place))] ?? "RED" };
  return templateQualityNews(account, template, before, at);
}
