import type { View } from "@onethread/widget";
import { useEffect, useState } from "preact/hooks";
import { Chat } from "./chat.tsx";
import { type Panel, PanelContext } from "./context.ts";
import { Home } from "./home.tsx";
import { PreChat } from "./pre-chat.tsx";
import { type Store, useStore } from "./store.ts";

/** What the page asked to be shown; a new one each time, also when it is the same. */
export type Shown = { view: View | null; text: string | null };

/** One screen at a time; the one that was left is there again when the panel is opened again. */
export function App({ panel, shown }: { panel: Panel; shown: Store<Shown> }) {
  const { texts, config, session, thread, close } = panel;
  const asked = useStore(shown);
  const [screen, setScreen] = useState<"home" | "chat">("home");
  const mayWrite = useStore(thread.introduced);
  useEffect(() => {
    if (asked.view !== null || asked.text !== null) setScreen(asked.view === "home" ? "home" : "chat");
  }, [asked]);
  const toHome = () => setScreen("home");
  return (
    <PanelContext.Provider value={panel}>
      <section
        role="dialog"
        aria-label={config.name || texts.say("title")}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.isComposing) return;
          event.preventDefault();
          close();
        }}
      >
        {screen === "home" ? (
          <Home onChat={() => setScreen("chat")} />
        ) : config.preChat !== null && config.preChat.length > 0 && !mayWrite && !session.isSigned() ? (
          <PreChat fields={config.preChat} onBack={toHome} />
        ) : (
          <Chat text={asked.text} onBack={toHome} />
        )}
      </section>
    </PanelContext.Provider>
  );
}
