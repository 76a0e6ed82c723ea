import type { FunctionComponent } from "preact";
import { useState } from "preact/hooks";

/** A part that few visitors need, fetched when the first one asks for it; rejects where that fails. */
export function useLater<Props>(load: () => Promise<FunctionComponent<Props>>) {
  const [part, setPart] = useState<{ Part: FunctionComponent<Props> } | null>(null);
  return {
    Part: part?.Part ?? null,
    fetch: async (): Promise<void> => {
      if (!part) setPart({ Part: await load() });
    },
  };
}
