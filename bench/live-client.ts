import { get, type IncomingMessage } from "node:http";

export type Heard = { at: number; kind: string; ids: string[]; conversationId: string | undefined };

/** An agent's open stream: writes down when each piece of news arrived, on `performance.now()`'s clock. */
export async function listenLive(base: string, apiKey: string): Promise<{ heard: Heard[]; close(): void }> {
  const heard: Heard[] = [];
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${base}/live`, { headers: { authorization: `Bearer ${apiKey}` } }, resolve).on("error", reject);
  });
  if (response.statusCode !== 200) throw new Error(`/live answered ${response.statusCode}`);
  response.setEncoding("utf8");
  response.on("error", () => {});
  let rest = "";
  response.on("data", (chunk: string) => {
    const at = performance.now();
    const parts = (rest + chunk).split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const data = /^event: changed$/m.test(part) ? /^data: (.*)$/m.exec(part)?.[1] : undefined;
      if (data) heard.push({ at, ...(JSON.parse(data) as Omit<Heard, "at">) });
    }
  });
  return { heard, close: () => response.destroy() };
}
