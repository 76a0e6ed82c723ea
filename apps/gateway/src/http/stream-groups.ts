import type { LiveStream } from "./live-stream.ts";

/** Streams by something they have in common. A group that is empty is gone. */
export function streamGroups() {
  const groups = new Map<string, Set<LiveStream>>();
  return {
    /** Answers how to leave again. */
    join(key: string, stream: LiveStream): () => void {
      const group = groups.get(key) ?? new Set();
      groups.set(key, group);
      group.add(stream);
      return () => {
        group.delete(stream);
        if (group.size === 0 && groups.get(key) === group) groups.delete(key);
      };
    },
    of: (key: string): Iterable<LiveStream> => groups.get(key) ?? [],
    keys: (): string[] => [...groups.keys()],
    all: (): LiveStream[] => [...groups.values()].flatMap((group) => [...group]),
  };
}
