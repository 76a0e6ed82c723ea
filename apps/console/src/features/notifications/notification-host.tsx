"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onIdle } from "../../on-idle.ts";

const Notifier = dynamic(() => import("./notifier.tsx").then((module) => module.Notifier), { ssr: false });
const TitleCount = dynamic(() => import("./title-count.tsx").then((module) => module.TitleCount), { ssr: false });

/** Telling the agent begins when the desk has nothing else to do: what they came for comes first. */
export function NotificationHost() {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    onIdle(() => setIdle(true));
  }, []);
  return (
    idle && (
      <>
        <Notifier />
        <TitleCount />
      </>
    )
  );
}
