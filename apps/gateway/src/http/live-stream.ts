import type { ServerResponse } from "node:http";

/** What this process keeps for a client that reads slower than it is told. Bytes. */
const maxWaiting = 512 * 1024;
const heartbeat = Buffer.from(": heartbeat\n\n");

export type LiveStream = {
  send(events: Buffer): void;
  /** Says that this was all, once everything before is read. */
  end(): void;
};

type Options = {
  headers: Record<string, string>;
  heartbeatMs: number;
  /** It read too slowly and was reset; `waiting` bytes were not read. */
  onDropped: (waiting: number) => void;
  onClosed: () => void;
};

/**
 * Server-sent events on a connection, past every layer that would keep what is not read yet: that is all in Node's buffer
 * of this one response. Who leaves more than half a megabyte there, or has not made room for one heartbeat when the next
 * is due, is dropped: within two heartbeats. By a reset, so that the kernel forgets what it still held for it.
 */
export function openLiveStream(response: ServerResponse, { headers, heartbeatMs, onDropped, onClosed }: Options): LiveStream {
  let beating = false;
  const drop = () => {
    onDropped(response.writableLength);
    response.socket?.resetAndDestroy();
  };
  const timer = setInterval(() => {
    if (beating) return drop();
    beating = true;
    // Called when the kernel took it, and so everything before it.
    response.write(heartbeat, () => {
      beating = false;
    });
  }, heartbeatMs);
  response.once("close", () => {
    clearInterval(timer);
    onClosed();
  });
  response.writeHead(200, headers);
  return {
    send: (events) => {
      if (response.destroyed || response.writableEnded) return;
      response.write(events);
      if (response.writableLength > maxWaiting) drop();
    },
    end: () => {
      clearInterval(timer);
      response.end();
    },
  };
}
