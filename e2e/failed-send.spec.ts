import { expect } from "@playwright/test";
import { field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { customerWrites } from "./people.ts";

/** A message that did not arrive says so where it stands, without anybody pointing at it. */
const demo = readDemo();
/** Meta's test number that is on no WhatsApp, as the simulator knows it. */
const notOnWhatsapp = "15005550006";

test("a reply that the platform refused says why and what to do, and its row shows it", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Can you reach me?", { from: notOnWhatsapp });
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  const text = `We try to. ${Date.now()}`;
  await field(page).fill(text);
  await page.getByTestId("composer-send").click();
  const sent = page.getByTestId("timeline-item").filter({ hasText: text });
  await expect(sent).toHaveAttribute("data-status", "failed");
  await page.mouse.move(0, 0);
  await expect(sent.getByTestId("delivery-problem")).toBeVisible();
  await expect(sent.getByTestId("delivery-problem")).toContainText(/WhatsApp/);
});
