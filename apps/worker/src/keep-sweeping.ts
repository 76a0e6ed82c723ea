const everyMs = 2000;

/** Sweeps, rests, and sweeps again. Answers a function that ends it and waits for the sweep that is under way. */
export function keepSweeping(sweepOnce: () => Promise<void>): () => Promise<void> {
  let stopping = false;
  let sweeping: Promise<void> = Promise.resolve();
  const loop = async () => {
    while (!stopping) {
      sweeping = sweepOnce();
      await sweeping;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
  void loop();
  return () => {
    stopping = true;
    return sweeping;
  };
}
