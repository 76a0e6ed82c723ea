import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Texts } from "./language.ts";
import type { Config } from "./model.ts";
import type { Offers } from "./offers.ts";
import type { Session } from "./session.ts";
import type { Thread } from "./thread.ts";

/** What every part of the panel may need. */
export type Panel = { texts: Texts; config: Config; session: Session; thread: Thread; offers: Offers; close: () => void };

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error("outside of the panel");
  return panel;
}
