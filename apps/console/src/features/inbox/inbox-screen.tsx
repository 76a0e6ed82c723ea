"use client";
import dynamic from "next/dynamic";
import { InboxSkeleton } from "./inbox-skeleton.tsx";

// Only in the browser: pane widths, drafts and the reader's time zone are known nowhere else.
const Inbox = dynamic(() => import("./inbox.tsx").then((module) => module.Inbox), { ssr: false, loading: () => <InboxSkeleton /> });

export function InboxScreen() {
  return <Inbox />;
}
