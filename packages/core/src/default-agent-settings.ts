/** What counts until an agent chooses. By itself, without the schema's type, so that browsers need no schemas for it. */
export const defaultAgentSettings = { showPresence: true, enterSends: false, undoSeconds: 0 };
