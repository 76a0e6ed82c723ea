import { createConnection, createServer, type Socket } from "node:net";
import { freePort } from "@onethread/db/embedded";

/** What the way between two processes is like. */
type Weather = { delayMs: number; stalled: boolean };

export type TcpProxy = {
  port: number;
  /** From now on, for connections old and new. Stalled: nothing comes through, nothing is closed. */
  weather(now: Weather): void;
  /** Breaks every connection (RST). */
  resetAll(): void;
  /** Tells the server's side that nothing more will come, and leaves the other side waiting. */
  halfCloseAll(): void;
  close(): Promise<void>;
};

/** A way to a server that can be made slow, silent or broken. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  let weather: Weather = { delayMs: 0, stalled: false };
  const pairs = new Set<{ client: Socket; server: Socket }>();
  const stalled = new Set<() => void>();

  /** Chunks keep their order: each waits for the one before it. */
  function carry(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const clear = () => (weather.stalled ? new Promise<void>((resolve) => stalled.add(resolve)) : Promise.resolve());
    from.on("data", (chunk) => {
      last = last.then(async () => {
        await clear();
        if (weather.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, weather.delayMs));
        to.write(chunk);
      });
    });
    from.on("end", () => void last.then(() => to.end()));
    from.on("error", () => to.destroy());
    from.on("close", () => to.destroy());
  }

  const port = await freePort();
  const listener = createServer({ allowHalfOpen: true }, (client) => {
    const server = createConnection({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true });
    const pair = { client, server };
    pairs.add(pair);
    for (const socket of [client, server]) socket.once("close", () => pairs.delete(pair));
    carry(client, server);
    carry(server, client);
  });
  await new Promise<void>((resolve) => listener.listen(port, "127.0.0.1", resolve));

  const resetAll = () => {
    for (const { client, server } of pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  };
  return {
    port,
    weather: (now) => {
      weather = now;
      if (now.stalled) return;
      for (const go of stalled) go();
      stalled.clear();
    },
    resetAll,
    halfCloseAll: () => {
      for (const { server } of pairs) server.end();
    },
    close: async () => {
      resetAll();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
}
