import { expect, it } from "vitest";
import { describeApi } from "../describe.ts";
import { routeClass } from "./route-class.ts";

it.each([
  ["/webhooks/meta?hub.mode=subscribe", "webhooks"],
  ["/webhooks/meta/cha_01k0000000000000000000000a", "webhooks"],
  ["/api/v1/customers/cus_1/merges?limit=2", "customers"],
  ["/api/v1/anything-a-stranger-types", "other"],
  ["/api/auth/sign-in/email", "sign-in"],
  ["/live", "live"],
  ["/readyz", "probes"],
  ["/wp-login.php", "other"],
  ["", "other"],
])("%s is counted as %s", (url, wanted) => expect(routeClass(url)).toBe(wanted));

it("knows every resource of the API", () => {
  const paths = Object.keys(describeApi().paths ?? {});
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => routeClass(path) === "other")).toEqual([]);
});
