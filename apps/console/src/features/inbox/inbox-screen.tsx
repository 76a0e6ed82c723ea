"use client";
import dynamic from "next/dynamic";
import { InboxAddress } from "./address.tsx";
import { InboxSkeleton } from "./inbox-skeleton.tsx";

// Only in the browser: pane widths, drafts and the reader's time zone are known nowhere else.
const Inbox = dynamic(() => import("./inbox-desk.tsx").then((module) => module.InboxDesk), { ssr: false, loading: () => <InboxSkeleton /> });

// Once: the router's own news of the address is no reason to think the inbox over.
const inbox = <Inbox />;

export function InboxScreen() {
  return <InboxAddress>{inbox}</InboxAddress>;
}
