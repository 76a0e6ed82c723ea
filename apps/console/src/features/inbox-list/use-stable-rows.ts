"use client";
import type { Conversation } from "@onethread/core/api";
import { useCallback, useMemo, useRef, useState } from "react";
import { arrange } from "./arrange.ts";

/**
 * While the pointer is inside the list nothing moves under it: rows keep their places (their contents still update) and
 * arrivals wait behind a pill. `pending` says how many wait. A new `listKey` (view, filter) starts afresh.
 */
export function useStableRows(rows: Conversation[], listKey: string) {
  const [held, setHeld] = useState<{ key: string; ids: string[] } | null>(null);
  const latest = useRef(rows);
  latest.current = rows;

  const hold = useCallback(() => setHeld((now) => now ?? { key: listKey, ids: latest.current.map((row) => row.id) }), [listKey]);
  const release = useCallback(() => setHeld(null), []);
  const apply = useCallback(() => setHeld({ key: listKey, ids: latest.current.map((row) => row.id) }), [listKey]);

  const order = held?.key === listKey ? held.ids : null;
  const arranged = useMemo(() => arrange(rows, order), [rows, order]);
  return { ...arranged, hold, release, apply };
}
