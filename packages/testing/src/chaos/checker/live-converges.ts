import type { Evidence } from "../evidence.ts";

/** I8: a screen that follows the news shows what a fresh one would. */
export const liveConverges = ({ screens }: Pick<Evidence, "screens">): string[] =>
  screens.filter(({ shown, fresh }) => shown !== fresh).map(({ workspaceId }) => `a screen of workspace ${workspaceId} shows what is no longer so`);
