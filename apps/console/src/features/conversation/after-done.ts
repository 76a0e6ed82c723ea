import { rememberedChoice } from "../../remembered-choice.ts";

/** Where one is when a conversation is put away: at the next one of the list, the one before, none, or still there. */
export const afterDoneChoices = ["next", "previous", "list", "stay"] as const;

export const { use: useAfterDone, set: setAfterDone } = rememberedChoice("onethread.after-done", afterDoneChoices, "next");
