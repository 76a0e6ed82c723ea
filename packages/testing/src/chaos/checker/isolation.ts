import type { Evidence } from "../evidence.ts";

/** I11: no word of one business in what another sees, and no word of anybody in logs. */
export function isolation({ canaries, answers, items, logs }: Pick<Evidence, "canaries" | "answers" | "items" | "logs">): string[] {
  const foreign = (workspaceId: string, text: string) => [...canaries].some(([owner, canary]) => owner !== workspaceId && text.includes(canary));
  return [
    ...answers
      .filter(({ workspaceId, text }) => foreign(workspaceId, text))
      .map(({ workspaceId, where }) => `${where} showed ${workspaceId} another's words`),
    ...items
      .filter(({ workspaceId, text }) => text !== null && foreign(workspaceId, text))
      .map(({ workspaceId, externalId }) => `message ${externalId} of another business is stored in ${workspaceId}`),
    ...logs
      .filter(({ text }) => [...canaries.values()].some((canary) => text.includes(canary)))
      .map(({ file }) => `the log ${file} has what customers wrote`),
  ];
}
