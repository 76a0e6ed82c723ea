import { z } from "zod";
import { defaultAgentSettings } from "../default-agent-settings.ts";

const fields = {
  /** Colleagues see at which conversation one is, and that one writes. */
  showPresence: z.boolean(),
  /** Enter sends and Shift+Enter begins a line; else Enter begins a line and ⌘/Ctrl+Enter sends. */
  enterSends: z.boolean(),
  /** For how long a reply is held back in the browser, so that sending it can be undone. 0: it goes at once. */
  undoSeconds: z.number().int().min(0).max(30),
};

/** What an agent has chosen for themselves. */
export const agentSettings = z.object(fields).meta({ id: "AgentSettings" });
export type AgentSettings = z.infer<typeof agentSettings>;

/** Each setting that is named takes the new value; the others stay. */
export const agentSettingsPatch = z.strictObject(fields).partial();

/** Settings as they were stored, by this version or another: what is missing or no longer valid is the default. */
export function agentSettingsOf(stored: Record<string, unknown>): AgentSettings {
  const valid = Object.entries(fields).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(stored[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...defaultAgentSettings, ...Object.fromEntries(valid) };
}
