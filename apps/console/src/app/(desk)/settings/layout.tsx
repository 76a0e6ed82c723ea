import type { ReactNode } from "react";
import { SettingsNav } from "../../../features/settings/settings-nav.tsx";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col md:flex-row">
      <SettingsNav />
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface">{children}</div>
    </div>
  );
}
