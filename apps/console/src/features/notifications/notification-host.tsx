"use client";
import { atLeisure } from "../../put-off.tsx";

const Notifier = atLeisure(() => import("./notifier.tsx").then((module) => module.Notifier));
const TitleCount = atLeisure(() => import("./title-count.tsx").then((module) => module.TitleCount));
const EndingKeysNotice = atLeisure(() => import("../api-keys/ending-keys-notice.tsx").then((module) => module.EndingKeysNotice));

/** Telling the agent what came in. */
export function NotificationHost() {
  return (
    <>
      <Notifier />
      <TitleCount />
      <EndingKeysNotice />
    </>
  );
}
