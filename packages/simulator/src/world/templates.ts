import type { AccountConfig } from "../config.ts";
import { makeTemplateId } from "../wire/make-id.ts";
import { sampleTemplates } from "./sample-templates.ts";
import type { Template } from "./template.ts";
import type { World } from "./world.ts";

/** Templates belong to a WhatsApp Business account, shared by its numbers, or to a Page. */
export const templateScope = (account: AccountConfig): string =>
  account.channel === "whatsapp" ? (account.wabaId ?? `9${account.externalId}`) : account.externalId;

/** The account whose templates an id names: a WhatsApp Business account's or a Page's. */
export const accountOfScope = (world: World, id: string): AccountConfig | undefined =>
  [...world.accounts.values()].find((account) => account.channel !== "instagram" && templateScope(account) === id);

/** The templates of an account; a few to begin with. */
export function templatesOf(world: World, account: AccountConfig): Template[] {
  const scope = templateScope(account);
  const known = world.templates.get(scope);
  if (known) return known;
  const made = sampleTemplates(account.channel).map((template) => ({ ...template, id: makeTemplateId() }));
  world.templates.set(scope, made);
  world.changed(null);
  return made;
}

/** The names or numbers of the `{{…}}` in a text, each once. */
export const variablesIn = (text: string | undefined): string[] => [
  ...new Set([...(text ?? "").matchAll(/\{\{\s*([\w]+)\s*\}\}/g)].map(([, name = ""]) => name)),
];
