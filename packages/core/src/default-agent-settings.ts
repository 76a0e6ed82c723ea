import type { AgentSettings } from "./api/agent-settings.ts";

/** What counts until an agent chooses. By itself, so that browsers need no schemas for it. */
export const defaultAgentSettings: AgentSettings = { showPresence: true, enterSends: false, undoSeconds: 0 };
