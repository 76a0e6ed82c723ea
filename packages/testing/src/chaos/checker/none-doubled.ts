import type { Evidence } from "../evidence.ts";

/** I2: each message is there once, by its id and by its words. */
export function noneDoubled({ items }: Pick<Evidence, "items">): string[] {
  const byId = items.filter((item) => item.externalId !== null).map((item) => `${item.accountId}/${item.externalId}`);
  // What is there twice by its id has been told already.
  const others = [...new Map(items.map((item, index) => [item.externalId === null ? index : `${item.accountId}/${item.externalId}`, item])).values()];
  return [
    ...counted(byId).map(([id, times]) => `the id ${id} is there ${times} times`),
    ...counted(others.flatMap((item) => wordsOf(item.text).map((words) => `${item.workspaceId} ${words}`))).map(
      ([, times]) => `the same words are on ${times} messages`,
    ),
  ];
}

function counted(keys: readonly string[]): [string, number][] {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return [...times].filter(([, count]) => count > 1);
}

/** What names a message inside its text: no two are alike, and an edit keeps it. */
const wordsOf = (text: string | null): string[] => /^[^.]*\.(?:\d+|reply\.[^.]+)\./.exec(text ?? "")?.slice(0, 1) ?? [];
