import { z } from "zod";

export const mischiefSchema = z.strictObject({
  /** Each webhook comes twice. */
  duplicates: z.boolean().optional(),
  /** Each webhook waits a random while, so later ones overtake it. */
  disorder: z.boolean().optional(),
  /** Each webhook waits this long. Milliseconds. */
  delayMs: z.number().int().min(0).max(600_000).optional(),
});
export type MischiefSettings = Required<z.infer<typeof mischiefSchema>>;

/** The longest random wait. Milliseconds. */
const spread = 1_500;

/** How webhooks reach the business: at once and each once, unless told otherwise. */
export class Mischief {
  settings: MischiefSettings = { duplicates: false, disorder: false, delayMs: 0 };

  change(settings: z.infer<typeof mischiefSchema>): void {
    this.settings = { ...this.settings, ...Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) };
  }

  next(random: () => number = Math.random): { waitMs: number; copies: number } {
    const { duplicates, disorder, delayMs = 0 } = this.settings;
    return { waitMs: delayMs + (disorder ? Math.floor(random() * spread) : 0), copies: duplicates ? 2 : 1 };
  }
}
