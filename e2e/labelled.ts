import { expect, type Page } from "@playwright/test";
import { api, type Demo, signIn } from "./demo.ts";
import { customerWrites } from "./people.ts";

/** Conversations under a label of their own, so that nothing else is in the list. The latest is the first row. */
export async function labelled(
  demo: Demo,
  screen: Page,
  count: number,
  what: string,
  who = demo,
): Promise<{ ids: string[]; address: string; label: string }> {
  const name = `${what} ${Date.now()}`;
  const label = await api<{ id: string }>(demo, "POST", "/api/v1/labels", { name, color: "#245fd4" });
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const { conversationId: id } = await customerWrites(demo, "messenger", `${what} number ${n}`);
    await api(demo, "PATCH", `/api/v1/conversations/${id}`, { labels: [label.id] });
    ids.push(id);
  }
  const filter = encodeURIComponent(JSON.stringify({ all: [{ field: "label", op: "in", values: [label.id] }] }));
  const address = `${demo.consoleUrl}/inbox/all?filter=${filter}`;
  await signIn(screen, who);
  await screen.goto(address);
  await expect(screen.getByTestId("conversation-row")).toHaveCount(count);
  return { ids, address, label: name };
}
