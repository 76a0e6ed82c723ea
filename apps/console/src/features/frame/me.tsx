"use client";
import { type Right, rights, roles } from "@onethread/core";
import type { Conversation, Me } from "@onethread/core/api";
import { createContext, type ReactNode, useContext } from "react";

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Who is signed in. Only inside the desk, where somebody always is. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe outside of the desk");
  return me;
}

/** Whether the signed-in agent may change a conversation: their own and nobody's, or everybody's. */
export function useMayWorkOn(conversation: Pick<Conversation, "assignee"> | undefined): boolean {
  const agentId = useMe().agent?.id;
  // Both are asked every time: hooks may not be skipped.
  const [mayWork, mayWorkOthers] = [useMay("work_cases"), useMay("work_others_cases")];
  if (!conversation) return false;
  return conversation.assignee && conversation.assignee.id !== agentId ? mayWorkOthers : mayWork;
}

/** Whether the signed-in agent may; the server decides anyway, this only keeps useless buttons away. */
export function useMay(right: Right): boolean {
  const role = useMe().agent?.role;
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(rights[right].role);
}
