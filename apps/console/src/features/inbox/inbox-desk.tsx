"use client";
import { ConditionsHost } from "../inbox-list/conditions-host.tsx";
import { Inbox } from "./inbox.tsx";

/** The inbox with what stands over it. */
export function InboxDesk() {
  return (
    <>
      <Inbox />
      <ConditionsHost />
    </>
  );
}
