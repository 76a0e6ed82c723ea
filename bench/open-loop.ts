import { connect, type Socket } from "node:net";
import { percentile, sign } from "./load.ts";

export type OpenLoop = { p50: number; p99: number; failed: number; seconds: number };

/**
 * Sends `bodies` at a fixed rate whether or not the ones before were answered, and counts each from when it was due: a
 * server that stalls pays for everything it kept waiting. Plain sockets and requests made beforehand: the sender shares
 * the machine's cores with what it measures. Ends by itself.
 */
export async function openLoop(
  base: string,
  path: string,
  secret: string,
  bodies: readonly Buffer[],
  perSecond: number,
  width = 128,
): Promise<OpenLoop> {
  const { hostname, port } = new URL(base);
  const requests = bodies.map((body) => request(hostname, path, body, secret));
  const times: number[] = [];
  let failed = 0;
  let answered = 0;
  const due: number[] = [];
  let next = 0;
  const idle: Socket[] = [];
  const sockets: Socket[] = [];
  let done = () => {};
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  const give = (socket: Socket) => {
    const index = next;
    if (index >= due.length) {
      idle.push(socket);
      return;
    }
    next++;
    let text = "";
    socket.removeAllListeners("data");
    socket.on("data", (chunk: string) => {
      text += chunk;
      const head = text.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
      if (text.length < head + 4 + length) return;
      times.push(performance.now() - (due[index] ?? 0));
      if (!text.startsWith("HTTP/1.1 200")) failed++;
      if (++answered === requests.length) done();
      give(socket);
    });
    socket.write(requests[index] ?? "");
  };
  await Promise.all(
    Array.from({ length: width }, async () => {
      const socket = connect(Number(port), hostname);
      socket.setEncoding("latin1").setNoDelay(true);
      await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
      sockets.push(socket);
      idle.push(socket);
    }),
  );
  const started = performance.now();
  while (due.length < requests.length) {
    const shouldBe = Math.min(requests.length, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
    while (due.length < shouldBe) {
      due.push(started + (due.length * 1000) / perSecond);
      const socket = idle.pop();
      if (socket) give(socket);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await finished;
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return { p50: percentile(times, 50), p99: percentile(times, 99), failed, seconds };
}

function request(host: string, path: string, body: Buffer, secret: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    `x-hub-signature-256: ${sign(body, secret)}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}
