import { hello, type ToHost, type ToPanel } from "../wire.ts";

/** A document that has loaded answers at once; one that was refused never does. Milliseconds. */
const patience = 4000;

/**
 * The panel's frame, and the port to it. What is said before the frame is there waits. The port is handed to the frame of
 * the desk's origin only; nothing is listened to but the port. `kept`: the desk does not let this site show it.
 */
export function openFrame(host: string, key: string, title: string, boot: () => ToPanel[], heard: (message: ToHost) => void, kept: () => void) {
  const origin = new URL(host).origin;
  const frame = document.createElement("iframe");
  frame.className = "frame";
  frame.title = title;
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads");
  frame.src = `${host}/widget/frame?key=${encodeURIComponent(key)}&origin=${encodeURIComponent(location.origin)}&path=${encodeURIComponent(location.pathname)}`;
  frame.hidden = true;
  let port: MessagePort | null = null;
  let waiting: ToPanel[] = [];
  let late: ReturnType<typeof setTimeout>;
  // Also when the page moved the frame elsewhere, which loads it anew.
  frame.addEventListener("load", () => {
    const { port1, port2 } = new MessageChannel();
    port?.close();
    port = null;
    port1.onmessage = ({ data }: MessageEvent<ToHost>) => {
      if (data.type !== "ready") return heard(data);
      clearTimeout(late);
      port = port1;
      for (const message of [...boot(), ...waiting]) port1.postMessage(message);
      waiting = [];
    };
    late = setTimeout(kept, patience);
    frame.contentWindow?.postMessage(hello, origin, [port2]);
  });
  return {
    frame,
    say(message: ToPanel): void {
      if (port) port.postMessage(message);
      else waiting.push(message);
    },
    destroy(): void {
      port?.close();
      frame.remove();
    },
  };
}
