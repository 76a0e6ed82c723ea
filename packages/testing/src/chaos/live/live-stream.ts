import { type ClientRequest, request } from "node:http";
import { reconnectWait } from "@onethread/core";
import type { Chance } from "../chance.ts";

export type LiveStream = {
  /** Whether it is being told news now. */
  up(): boolean;
  /** How often it was begun. */
  times(): number;
  /** Breaks the connection: closed as a process that ends does, or by an abrupt RST. It comes back by itself. */
  reset(how: "closed" | "rst"): void;
  close(): Promise<void>;
};

/**
 * Holds a live stream as the console does: one that was dropped is asked for again after the time that the gateway had
 * told, one that was refused after `reconnectWait`. `onEvent` gets each event (and heartbeat) that came whole, as its lines.
 */
export function holdLiveStream(gatewayUrl: string, apiKey: string, random: Chance, onEvent: (event: string) => void = () => {}): LiveStream {
  const headers = { authorization: `Bearer ${apiKey}`, accept: "text/event-stream" };
  let asked: ClientRequest | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let up = false;
  let times = 0;
  let refused = 0;
  let told = 0;
  let gone: () => void = () => {};

  function connect(): void {
    const one = request(`${gatewayUrl}/live`, { agent: false, headers }, (response) => {
      response.on("error", () => {});
      if (response.statusCode !== 200) return void one.destroy();
      up = true;
      times++;
      refused = 0;
      let rest = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        const events = (rest + text).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          if (told === 0) told = Number(/^retry: (\d+)$/m.exec(event)?.[1] ?? 0);
          onEvent(event);
        }
      });
    });
    asked = one;
    one.on("error", () => {});
    one.once("close", () => {
      const wait = up ? told : reconnectWait(refused++, random.next());
      up = false;
      told = 0;
      if (closed) gone();
      else timer = setTimeout(connect, wait);
    });
    one.end();
  }

  connect();
  return {
    up: () => up,
    times: () => times,
    reset: (how) => {
      if (how === "rst") asked?.socket?.resetAndDestroy();
      else asked?.destroy();
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      if (!asked || asked.closed) return;
      const ended = new Promise<void>((resolve) => {
        gone = resolve;
      });
      asked.destroy();
      await ended;
    },
  };
}
