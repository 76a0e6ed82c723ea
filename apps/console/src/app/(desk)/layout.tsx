import type { ReactNode } from "react";
import { DeskFrame } from "../../features/frame/desk-frame.tsx";
import { Unreachable } from "../../features/frame/unreachable.tsx";
import { requireSession } from "../../session.ts";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  if (session.kind === "unreachable") return <Unreachable />;
  return <DeskFrame me={session.me}>{children}</DeskFrame>;
}
