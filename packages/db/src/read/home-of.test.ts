import { expect, it } from "vitest";
import { homeOf } from "./home-of.ts";

it.each([
  ["2348031234567", "NG", "Africa/Lagos"],
  ["491719999999", "DE", "Europe/Berlin"],
  ["447400123456", "GB", "Europe/London"],
  ["34612345678", "ES", null],
  ["12125551234", "US", null],
  ["16135550123", "CA", null],
])("%s is at home in %s, where it is %s", (digits, country, timeZone) => expect(homeOf(digits)).toEqual({ country, timeZone }));

it.each(["123", "", "999123456789", "0"])("%s is at home nowhere", (digits) => expect(homeOf(digits)).toBeNull());
