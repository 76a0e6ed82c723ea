import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DeskFrame } from "../../features/frame/desk-frame.tsx";
import { Unreachable } from "../../features/frame/unreachable.tsx";
import { readOwnSettings, requireSession } from "../../session.ts";

/** Every tab says of which workspace it is. */
export async function generateMetadata(): Promise<Metadata> {
  const session = await requireSession();
  const name = session.kind === "signed_in" ? session.me.workspace.name : "Onethread";
  return { title: { default: name, template: `%s – ${name}` } };
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [session, settings] = await Promise.all([requireSession(), readOwnSettings()]);
  if (session.kind === "unreachable") return <Unreachable />;
  return (
    <DeskFrame me={session.me} settings={settings}>
      {children}
    </DeskFrame>
  );
}
