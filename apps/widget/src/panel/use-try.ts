import { useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { refusalText } from "./refusal-text.ts";

/** Does something that may fail: busy while it runs, and what went wrong in words, until it is tried again. */
export function useTry<Given extends unknown[]>(work: (...given: Given) => Promise<void>) {
  const { texts } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (...given: Given) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work(...given);
    } catch (error) {
      setProblem(refusalText(error, texts));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
