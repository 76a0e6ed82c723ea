import { expect } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent } from "./people.ts";

/** An agent sets two-step sign-in up, signs in with a recovery code, and sees and ends their other session. */
const demo = readDemo();

test("sign-in asks for a code once it is set up, and another session is ended from here", async ({ page: screen, browser }) => {
  const agent = await addAgent(demo, "Tova");
  await screen.goto(`${demo.consoleUrl}/login?next=/settings/security`);
  await screen.getByTestId("login-email").fill(agent.email);
  await screen.getByTestId("login-password").fill(agent.password);
  await screen.getByTestId("login-submit").click();
  await expect(screen.getByTestId("session")).toContainText("This one");
  await expectAccessible(screen);

  await screen.getByTestId("set-up-second-factor").click();
  const dialog = screen.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill("not my password");
  await dialog.getByRole("button", { name: "Next" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The password is wrong.");
  await dialog.getByLabel("Password", { exact: true }).fill(agent.password);
  await dialog.getByRole("button", { name: "Next" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(screen);
  const secret = await dialog.getByLabel("Or type this key").inputValue();
  await dialog.getByTestId("code").fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const codes = screen.getByTestId("recovery-codes").getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(screen);
  const [recovery = ""] = await codes.allTextContents();
  await screen.getByRole("button", { name: "I have kept them" }).click();
  await expect(screen.getByTestId("second-factor")).toContainText("10 recovery codes are left");

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(`${demo.consoleUrl}/login`);
  await elsewhere.getByTestId("login-email").fill(agent.email);
  await elsewhere.getByTestId("login-password").fill(agent.password);
  await elsewhere.getByTestId("login-submit").click();
  await expect(elsewhere.getByTestId("code")).toBeFocused();
  await expectAccessible(elsewhere);
  await elsewhere.getByTestId("code").fill("000000");
  await elsewhere.getByTestId("login-submit").click();
  await expect(elsewhere.getByRole("alert").filter({ hasText: "The code is wrong" })).toBeVisible();
  await elsewhere.getByTestId("code").fill(recovery);
  await elsewhere.getByTestId("login-submit").click();
  await elsewhere.waitForURL(/\/inbox/);

  await screen.reload();
  await expect(screen.getByTestId("session")).toHaveCount(2);
  await screen.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(screen.getByTestId("session")).toHaveCount(1);
  // In a page of its own: the one that is open may just be on its way out by itself.
  const again = await elsewhere.context().newPage();
  await again.goto(`${demo.consoleUrl}/inbox/all`);
  await again.waitForURL(/\/login/);
  await elsewhere.context().close();

  // Admins see who has it, and who has not.
  const office = await (await browser.newContext()).newPage();
  await signIn(office, demo);
  await office.goto(`${demo.consoleUrl}/settings/members`);
  const member = office.getByTestId("member").filter({ hasText: agent.email });
  await expect(member).toContainText("Two-step sign-in");
  await expectAccessible(office);
  await office.getByRole("radio", { name: /^Without two-step sign-in/ }).click();
  await expect(member).toHaveCount(0);
  await expect(office.getByTestId("member").first()).not.toContainText("Two-step sign-in");
  await office.context().close();
});
