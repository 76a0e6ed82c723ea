/** Milliseconds. */
const timeoutMs = 5000;

export type Pretended = { id: string; name: string; phone: string; accountId: string; text: string };

/** Lets a customer who is not real write from a phone of the simulator, which then does as the platform does. Rejects when it does not take it. */
export async function pretendToWrite(simulatorUrl: string, { id, name, phone, accountId, text }: Pretended): Promise<void> {
  const tell = async (what: string, body: object) => {
    const response = await fetch(new URL(`/simulator/api/${what}`, simulatorUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`the simulator answered ${what} with ${response.status}`);
  };
  await tell("people", { id, name, phone });
  await tell("messages", { personId: id, accountId, text });
}
