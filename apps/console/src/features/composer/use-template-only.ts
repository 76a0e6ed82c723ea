"use client";
import { useState } from "react";

/**
 * Whether the choice of templates stands in the field's place. Where a door shuts under somebody's hands, or is found shut
 * while they write already, the field stays until they ask for a template: what they type must not become shortcuts.
 */
export function useTemplateOnly(shut: boolean, writing: () => boolean) {
  const [state, setState] = useState({ shut: false, stays: false });
  const now = state.shut === shut ? state : { shut, stays: shut && writing() };
  if (now !== state) setState(now);
  return { collapsed: shut && !now.stays, collapse: () => setState({ shut: true, stays: false }) };
}
