/** At most this many in one statement. */
const most = 500;
/** Who waited this long for a statement to begin is told that the database is not there, as by a pool without a free connection. Milliseconds. */
const patience = 1000;

/**
 * Look-ups that arrive while others are under way share the next statement: a thousand who come back in one second need
 * a few statements and two connections, and nobody else has to wait for a connection behind them. Each is answered by a
 * statement that began after it was asked for. A failed statement fails those who shared it; a second without one fails, too.
 *
 * @param find answers what there is of these keys; each key is there once
 */
export function lookUpTogether<T>(find: (keys: string[]) => Promise<ReadonlyMap<string, T>>): (key: string) => Promise<T | undefined> {
  type Waiting = { resolve: (found: T | undefined) => void; reject: (error: unknown) => void; timer: NodeJS.Timeout };
  const waiting = new Map<string, Waiting[]>();
  let underWay = 0;
  let scheduled = false;

  async function next(): Promise<void> {
    const batch = [...waiting].slice(0, most);
    for (const [key, who] of batch) {
      waiting.delete(key);
      for (const { timer } of who) clearTimeout(timer);
    }
    underWay++;
    try {
      const found = await find(batch.map(([key]) => key));
      for (const [key, who] of batch) for (const one of who) one.resolve(found.get(key));
    } catch (error) {
      for (const [, who] of batch) for (const one of who) one.reject(error);
    } finally {
      underWay--;
      schedule();
    }
  }
  function schedule(): void {
    // One is answered while the next gathers.
    if (scheduled || underWay >= 2 || waiting.size === 0) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      void next();
    });
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const late = () => {
        waiting.set(
          key,
          (waiting.get(key) ?? []).filter((one) => one !== own),
        );
        if (waiting.get(key)?.length === 0) waiting.delete(key);
        reject(Object.assign(new Error("the database did not answer in time"), { code: "57014" }));
      };
      const own: Waiting = { resolve, reject, timer: setTimeout(late, patience) };
      waiting.set(key, [...(waiting.get(key) ?? []), own]);
      schedule();
    });
}
