import type { ServerResponse } from "node:http";

/** What this process keeps for a client that reads slower than it is told. Bytes. */
const maxWaiting = 512 * 1024;
const heartbeat = Buffer.from(": heartbeat\n\n");

export type LiveStream = {
  send(events: Buffer): void;
  /** Says that this was all, once everything before is read. */
  end(): void;
};

const ownTimer = (ms: number) => (beat: () => void) => {
  const timer = setInterval(beat, ms);
  return () => clearInterval(timer);
};

type Options = {
  headers: Record<string, string>;
  heartbeatMs: number;
  /** Calls back at every heartbeat until it is told to stop; by default by a timer of the stream's own. */
  beats?: (beat: () => void) => () => void;
  /** It read too slowly and was reset; `waiting` bytes were not read. */
  onDropped: (waiting: number) => void;
  onClosed: () => void;
};

/**
 * Server-sent events on a connection, past every layer that would keep what is not read yet: that is all in Node's buffer
 * of this one response. Who leaves more than half a megabyte there, or has not made room for one heartbeat when the next
 * is due, is dropped: within two heartbeats. By a reset, so that the kernel forgets what it still held for it.
 */
export function openLiveStream(
  response: ServerResponse,
  { headers, heartbeatMs, beats = ownTimer(heartbeatMs), onDropped, onClosed }: Options,
): LiveStream {
  let beating = false;
  const drop = () => {
    onDropped(response.writableLength);
    response.socket?.resetAndDestroy();
  };
  const stopBeating = beats(() => {
    if (beating) return drop();
    beating = true;
    // Called when the kernel took it, and so everything before it.
    response.write(heartbeat, () => {
      beating = false;
    });
  });
  response.once("close", () => {
    stopBeating();
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
      stopBeating();
      response.end();
    },
  };
}
