import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renewalHash, type SessionClaims, visitorTokens } from "./visitor-tokens.ts";

const [old, fresh] = [randomBytes(32), randomBytes(32)];
const tokens = visitorTokens([fresh, old]);
const claims: SessionClaims = { key: "wgt_a", visitor: "v_1", sessionId: "11111111-1111-4111-8111-111111111111", begun: 1000 };
const now = 1_800_000_000_000;
const hour = 60 * 60_000;

describe("visitors' tokens", () => {
  it("are good for an hour, at their widget", () => {
    const { token, expiresAt } = tokens.access(claims, now);
    expect(expiresAt - now).toBeLessThanOrEqual(hour);
    expect(tokens.readAccess(token, "wgt_a", now + hour - 2000)).toEqual(claims);
    expect(tokens.readAccess(token, "wgt_a", now + hour)).toBeNull();
    expect(tokens.readAccess(token, "wgt_b", now)).toBeNull();
  });
  it("are no good for anything else", () => {
    const { token } = tokens.access(claims, now);
    expect(tokens.readRenewal(token, "wgt_a")).toBeNull();
    expect(tokens.readAccess(tokens.renewal(claims, 9_999_999_999), "wgt_a", now)).toBeNull();
  });
  it("are still read while a key takes another's place, and not after", () => {
    const before = visitorTokens([old]).renewal(claims, 3);
    expect(tokens.readRenewal(before, "wgt_a")).toEqual({ claims, generation: 3 });
    expect(visitorTokens([fresh]).readRenewal(before, "wgt_a")).toBeNull();
  });
  it("name a file of the session that uploaded it", () => {
    const file = tokens.file("s1", "att_1");
    expect(tokens.readFile(file, "s1")).toBe("att_1");
    expect(tokens.readFile(file, "s2")).toBeNull();
  });
  it("one changed sign spoils them", () => {
    const { token } = tokens.access(claims, now);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: token.length - 1 }), fc.stringMatching(/^[\w.-]$/), (at, sign) => {
        const changed = token.slice(0, at) + sign + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(tokens.readAccess(changed, "wgt_a", now)).toBeNull();
      }),
    );
  });
  it("what a stranger makes up is none, whatever it is", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.base64String(), { maxLength: 8 }).map((parts) => parts.join(".")),
        ),
        (text) => {
          expect(tokens.readAccess(text, "wgt_a", now)).toBeNull();
          expect(tokens.readRenewal(text, "wgt_a")).toBeNull();
          expect(tokens.readFile(text, "s1")).toBeNull();
        },
      ),
    ));
  it("of another generation have another digest", () => {
    expect(renewalHash(tokens.renewal(claims, 0))).not.toEqual(renewalHash(tokens.renewal(claims, 1)));
    expect(tokens.renewal(claims, 1)).toBe(tokens.renewal(claims, 1));
  });
});
