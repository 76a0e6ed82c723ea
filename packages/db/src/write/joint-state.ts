/** What two conversations are like before they become one. */
export type Head = {
  customerId: string;
  id: string;
  status: string;
  caseId: string | null;
  assigneeId: string | null;
  queueId: string | null;
  snoozedUntil: Date | null;
  unread: number;
  channels: string[];
  labelIds: string[];
};

/** Status: open if either is, else snoozed until the earlier time, else done. Assignee: the survivor's, else the other's. */
export function jointState(survivor: Head, merged: Head): [string, string | null, string | null, Date | null] {
  const statuses = [survivor.status, merged.status];
  const status = statuses.includes("open") ? "open" : statuses.includes("snoozed") ? "snoozed" : "done";
  const wakes = [survivor.snoozedUntil, merged.snoozedUntil].filter((date) => date !== null).sort((a, b) => a.getTime() - b.getTime());
  return [status, merged.caseId, merged.assigneeId, status === "snoozed" ? (wakes[0] ?? null) : null];
}

/** The queue belongs to the case: the survivor's, else that of the case which joins it. */
export function jointQueue(survivor: Head, merged: Head): string | null {
  const joining = merged.caseId ? merged.queueId : null;
  return survivor.caseId ? (survivor.queueId ?? joining) : joining;
}
