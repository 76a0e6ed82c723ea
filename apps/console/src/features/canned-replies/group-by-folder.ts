/** By folder, those in none first; each group keeps its order. */
export function groupByFolder<T extends { folder: string }>(replies: readonly T[], locale: string): { folder: string; replies: T[] }[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const groups = new Map<string, T[]>();
  for (const reply of replies) groups.set(reply.folder, [...(groups.get(reply.folder) ?? []), reply]);
  return [...groups].map(([folder, some]) => ({ folder, replies: some })).toSorted((a, b) => compare(a.folder, b.folder));
}
