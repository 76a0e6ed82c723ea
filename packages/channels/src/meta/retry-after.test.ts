import { expect, it } from "vitest";
import { retryAfter } from "./retry-after.ts";

const usage = JSON.stringify({
  "108840226517334": [
    { type: "messenger", estimated_time_to_regain_access: 0 },
    { type: "pages", estimated_time_to_regain_access: 3 },
  ],
});

it.each<[Record<string, string>, number | null]>([
  [{}, null],
  [{ "retry-after": "7" }, 7_000],
  [{ "Retry-After": "0.5" }, 500],
  [{ "retry-after": "Wed, 25 Nov 2026 10:00:30 GMT", date: "Wed, 25 Nov 2026 10:00:00 GMT" }, 30_000],
  [{ "retry-after": "Wed, 25 Nov 2026 10:00:30 GMT" }, null],
  [{ "retry-after": "Wed, 25 Nov 2026 09:00:00 GMT", date: "Wed, 25 Nov 2026 10:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, null],
  [{ "x-business-use-case-usage": usage }, 180_000],
  [{ "x-business-use-case-usage": "{", "retry-after": "2" }, 2_000],
  [{ "retry-after": "99999999" }, 86_400_000],
])("%o", (headers, wait) => expect(retryAfter(headers)).toBe(wait));
