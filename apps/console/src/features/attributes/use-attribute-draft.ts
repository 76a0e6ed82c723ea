"use client";
import { useState } from "react";
import type { AttributeDraft } from "./attribute-form.tsx";

/** What is being edited, by customer: it outlives a look at another conversation. */
const kept = new Map<string, AttributeDraft>();

/** The attribute that is being edited of this customer. `putBack` is for what could not be saved: it never displaces another. */
export function useAttributeDraft(customerId: string) {
  const [draft, show] = useState<AttributeDraft | null>(() => kept.get(customerId) ?? null);
  const setDraft = (next: AttributeDraft | null) => {
    if (next) kept.set(customerId, next);
    else kept.delete(customerId);
    show(next);
  };
  const putBack = (typed: AttributeDraft) => {
    if (!kept.has(customerId)) setDraft(typed);
  };
  return { draft, setDraft, putBack };
}
