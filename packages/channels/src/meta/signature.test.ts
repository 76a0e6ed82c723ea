import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainSignature, verifySignature } from "./signature.ts";

type Vector = { name: string; app_secret: string; raw_body_base64: string; header: string; valid: boolean };
const file = new URL("../../fixtures/signature_vectors.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vector[];
const first = vectors[0] as Vector;
const raw = Buffer.from(first.raw_body_base64, "base64");

describe("verifySignature", () => {
  it.each(vectors)("$name", (vector) => {
    const body = Buffer.from(vector.raw_body_base64, "base64");
    expect(verifySignature(body, vector.header, [vector.app_secret])).toBe(vector.valid ? 0 : null);
  });

  it("answers which secret matched", () => {
    expect(verifySignature(raw, first.header, ["older", first.app_secret, first.app_secret])).toBe(1);
    expect(verifySignature(raw, first.header, ["older", "oldest"])).toBeNull();
    expect(verifySignature(raw, first.header, [])).toBeNull();
  });

  it("refuses everything for an empty secret", async () => {
    const { createHmac } = await import("node:crypto");
    const header = `sha256=${createHmac("sha256", "").update(raw).digest("hex")}`;
    expect(verifySignature(raw, header, ["", "other"])).toBeNull();
  });

  it.each([undefined, null, "", "sha256=", "sha256=zz", "sha1=abc", `sha256=${"é".repeat(64)}`, `sha256=${"a".repeat(65)}`])(
    "does not throw on %s",
    (header) => expect(verifySignature(raw, header, [first.app_secret])).toBeNull(),
  );

  it("says why nothing matched, as far as can be known", () => {
    const why = (header: string | undefined, secrets: string[], others: string[] = []) => explainSignature(raw, header, secrets, others);
    expect(why(undefined, ["x"])).toBe("missing");
    expect(why("sha1=abc", ["x"])).toBe("malformed");
    expect(why(first.header, [""])).toBe("not_set");
    expect(why(first.header, ["x"])).toBe("wrong");
    expect(why(first.header, ["x"], [first.app_secret])).toBe("another_app");
  });

  it("notices a changed byte", () => {
    const changed = Buffer.from(raw);
    changed[10] = (changed[10] ?? 0) ^ 1;
    expect(verifySignature(changed, first.header, [first.app_secret])).toBeNull();
  });
});
