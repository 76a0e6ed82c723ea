import { externalStore } from "../../external-store.ts";

/** The rows of the list as they stand on the screen. Outside of React: only asked at the moment of acting. */
const order = externalStore<readonly string[]>([]);
export const setListOrder = (ids: readonly string[]): void => order.set(ids);

/** Which conversation comes after one, or before it; null: none, or it is not in the list. */
export function neighbourOf(id: string, step: 1 | -1): string | null {
  const ids = order.get();
  const at = ids.indexOf(id);
  return at === -1 ? null : (ids[at + step] ?? null);
}
