import { expect, it } from "vitest";
import { isListed } from "./address-list.ts";

it.each([
  ["203.0.113.9", ["203.0.113.9"], true],
  ["203.0.113.10", ["203.0.113.9", "198.51.100.0/24"], false],
  ["198.51.100.255", ["203.0.113.9", "198.51.100.77/24"], true],
  ["198.51.101.0", ["198.51.100.0/24"], false],
  ["2001:db8::1", ["2001:db8::/32"], true],
  ["2001:db9::1", ["2001:db8::/32"], false],
  ["2001:0db8:0:0::0001", ["2001:db8::1"], true],
  ["10.0.0.1", ["::/0"], false],
  ["10.0.0.1", ["0.0.0.0/0"], true],
  ["unknown", ["0.0.0.0/0", "::/0"], false],
  ["10.0.0.1", [], false],
])("%s in %j: %s", (address, list, expected) => expect(isListed(address, list)).toBe(expected));
