"use client";
import type { Conversation } from "@onethread/core/api";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useReturning } from "./acted-on.ts";
import { arrange } from "./arrange.ts";

/**
 * While the pointer is inside the list, or rows are chosen (`choosing`), nothing moves: rows keep their places (their contents still update) and
 * arrivals wait behind a pill. `pending` says how many wait. A new `listKey` (view, filter) starts afresh.
 */
export function useStableRows(rows: Conversation[], listKey: string, choosing: boolean) {
  const [held, setHeld] = useState<{ key: string; ids: string[] } | null>(null);
  const latest = useRef(rows);
  latest.current = rows;

  const hold = useCallback(() => setHeld((now) => now ?? { key: listKey, ids: latest.current.map((row) => row.id) }), [listKey]);
  const inside = useRef(false);
  const release = useCallback(() => {
    inside.current = false;
    if (!choosing) setHeld(null);
  }, [choosing]);
  useEffect(() => {
    if (choosing) hold();
    else if (!inside.current) setHeld(null);
  }, [choosing, hold]);
  const apply = useCallback(() => setHeld({ key: listKey, ids: latest.current.map((row) => row.id) }), [listKey]);

  const order = held?.key === listKey ? held.ids : null;
  const returning = useReturning();
  const arranged = useMemo(() => arrange(rows, order, returning), [rows, order, returning]);
  const enter = useCallback(() => {
    inside.current = true;
    hold();
  }, [hold]);
  return { ...arranged, hold: enter, release, apply };
}
