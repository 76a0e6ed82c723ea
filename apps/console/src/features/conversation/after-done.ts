import { type AfterDone, afterDoneChoices } from "@onethread/core";
import { rememberedChoice } from "../../remembered-choice.ts";
import { useRememberedSetting } from "../own-settings/use-remembered-setting.ts";

const copy = rememberedChoice("onethread.after-done", afterDoneChoices, "next");
export const useAfterDone = (): AfterDone => useRememberedSetting("afterDone", copy);
