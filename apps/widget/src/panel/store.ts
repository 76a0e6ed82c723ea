import { useEffect, useState } from "preact/hooks";

/** A value that changes, and who wants to know of it. */
export function store<T>(first: T) {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: (): T => value,
    set(next: T): void {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Store<T> = ReturnType<typeof store<T>>;

export function useStore<T>(from: Store<T>): T {
  const [value, setValue] = useState(from.get);
  useEffect(() => {
    setValue(() => from.get());
    return from.subscribe(() => setValue(() => from.get()));
  }, [from]);
  return value;
}
