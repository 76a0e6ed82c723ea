import { expect, it } from "vitest";
import { readEvents } from "./events.ts";

it("reads events however they are cut into pieces, and passes over heartbeats", async () => {
  const text = 'event: message\ndata: {"a":1}\n\n: beat\n\nevent: typing\r\ndata: ü\r\ndata: 2\r\n\r\n';
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const read = [];
    for await (const event of readEvents(body)) read.push(event);
    expect(read).toEqual([
      { name: "message", data: '{"a":1}' },
      { name: "typing", data: "ü\n2" },
    ]);
  }
});
