import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { simulate } from "./people.ts";

/** What customers say: played, sought in, faster, one at a time; and what cannot be played. */
const demo = readDemo();

test("voice notes have a waveform, are played one at a time, from any place and at any speed; a broken one can be downloaded", async ({ page }) => {
  const name = `Vera Voice ${Date.now() % 100_000}`;
  const accountId = demo.channelAccounts.find(({ channel }) => channel === "whatsapp")?.externalId;
  const person = await simulate<{ id: string }>(demo, "people", { name });
  await signIn(page, demo);
  for (let n = 0; n < 2; n++) await simulate(demo, "acts", { personId: person.id, accountId, act: { type: "media", kind: "voice" } });
  await page.getByTestId("conversation-row").filter({ hasText: name }).click();
  const players = page.getByTestId("timeline").getByTestId("audio-player");
  await expect(players).toHaveCount(2);
  const [first, second] = [players.first(), players.last()];
  await expect(first.getByTestId("waveform")).toBeVisible();
  await expect(second.getByTestId("waveform")).toBeVisible();
  await expectAccessible(page);

  await first.getByRole("button", { name: "Speed: 1×" }).click();
  await expect(second.getByRole("button", { name: "Speed: 1.5×" })).toBeVisible();
  await first.getByRole("button", { name: "Play: Voice message" }).click();
  await expect(first).toHaveAttribute("data-playing", "true");
  await second.getByRole("button", { name: "Play: Voice message" }).click();
  await expect(second).toHaveAttribute("data-playing", "true");
  await expect(first).toHaveAttribute("data-playing", "false");
  // By key to its end and back.
  const position = first.getByRole("slider", { name: "Position" });
  const length = Number(await position.getAttribute("max"));
  expect(length).toBeGreaterThan(0.5);
  await position.press("End");
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(length - 0.2);
  await position.press("Home");
  await expect(position).toHaveValue("0");
  await position.press("ArrowRight");
  await expect(position).not.toHaveValue("0");

  await page.route("**/api/v1/attachments/*", (route) => route.fulfill({ contentType: "audio/ogg", body: "no sound at all" }));
  await page.reload();
  await expect(page.getByText("This browser can’t play the recording").first()).toBeVisible();
  await expect(page.getByTestId("timeline").getByTestId("file")).toHaveCount(2);
  await expectAccessible(page);
});
