"use client";
import type { Conversation } from "@onethread/core/api";
import { useMemo, useState, useSyncExternalStore } from "react";
import { actedOn, followActed } from "./acted-on.ts";
import { type Ghost, keepGhosts, type Line, withGhosts } from "./ghosts.ts";

/** The rows, with the traces of those that have just left because of what was done to them. */
export function useLines(rows: Conversation[]): Line[] {
  const acted = useSyncExternalStore(followActed.subscribe, followActed.get, followActed.get);
  const [state, setState] = useState<{ rows: Conversation[]; acted: typeof acted; ghosts: Ghost[] }>({ rows, acted, ghosts: [] });
  let { ghosts } = state;
  // Worked out while rendering, so that no frame shows the list closed up before its trace is there.
  if (state.rows !== rows || state.acted !== acted) {
    ghosts = keepGhosts(state.ghosts, state.rows, rows, (id) => actedOn(id) !== undefined);
    setState({ rows, acted, ghosts });
  }
  return useMemo(() => withGhosts(rows, ghosts), [rows, ghosts]);
}
