export type Move = { id: string; to: number };

/** The ids with one of them at another place. */
export function moved(ids: readonly string[], { id, to }: Move): string[] {
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
