import { connect } from "node:net";

/** A client that has the live stream and does not read it, or hardly. */
export type SilentClient = {
  /** Reads all there is, and answers whether that was the end of it: the connection is cut off before the stream's last word. */
  untilCutOff(): Promise<boolean>;
  close(): void;
};

/** A connection of which `bytesPerSecond` are read, or nothing at all. Answers when it is there; the request is on its way. */
export function openSilentClient(gatewayUrl: string, apiKey: string, bytesPerSecond: 0 | 1): Promise<SilentClient> {
  const { port, hostname } = new URL(gatewayUrl);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.pause();
  const reading = bytesPerSecond > 0 ? setInterval(() => socket.read(bytesPerSecond), 1000) : undefined;
  const client: SilentClient = {
    untilCutOff: () =>
      new Promise((resolve) => {
        clearInterval(reading);
        let last = "";
        socket.on("data", (chunk: Buffer) => {
          last = `${last}${chunk.toString("latin1")}`.slice(-10);
        });
        socket.once("close", () => resolve(!last.endsWith("0\r\n\r\n")));
        socket.resume();
      }),
    close: () => {
      clearInterval(reading);
      socket.destroy();
    },
  };
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.write(`GET /live HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${apiKey}\r\n\r\n`);
      resolve(client);
    });
  });
}
