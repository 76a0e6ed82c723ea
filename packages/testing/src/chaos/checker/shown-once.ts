import type { Evidence } from "../evidence.ts";

/** I8: nothing stands twice on a screen, however often news of it came. */
export const shownOnce = ({ screens }: Pick<Evidence, "screens">): string[] =>
  screens
    .filter(({ rows }) => new Set(rows).size !== rows.length)
    .map(({ workspaceId }) => `a screen of workspace ${workspaceId} shows something twice`);
