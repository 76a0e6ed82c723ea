import { hello, type ToHost, type ToPanel } from "../wire.ts";

export type Host = { say: (message: ToHost) => void };

/**
 * The page that shows us. Only who frames us may hand us a port, once; who may frame us the server has said
 * (`frame-ancestors`). `heard` is told of everything that comes over it.
 */
export function connectHost(heard: (message: ToPanel, host: Host) => void): void {
  const greet = ({ source, data, ports }: MessageEvent) => {
    const [port] = ports;
    if (source !== window.parent || source === window || data !== hello || !port) return;
    removeEventListener("message", greet);
    const host: Host = { say: (message) => port.postMessage(message) };
    port.onmessage = ({ data: message }: MessageEvent<ToPanel>) => heard(message, host);
    host.say({ type: "ready" });
  };
  addEventListener("message", greet);
}
