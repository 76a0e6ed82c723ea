import { usePanel } from "./context.ts";
import { Doors } from "./doors.tsx";
import { Header } from "./header.tsx";
import { HoursLine } from "./hours-line.tsx";
import { Icon } from "./icons.tsx";
import { useStore } from "./store.ts";

/** Where one arrives: who is there, and the way to write. */
export function Home({ onChat }: { onChat: () => void }) {
  const { texts, config, thread } = usePanel();
  const last = useStore(thread.messages).at(-1);
  return (
    <>
      <Header title={config.name} />
      <main class="home">
        <p class="greeting" dir="auto">
          {config.texts.greeting ?? texts.say("greeting")}
        </p>
        <p dir="auto">{config.texts.introduction ?? texts.say("introduction")}</p>
        <HoursLine />
        <button type="button" class="primary wide" onClick={onChat}>
          {texts.say(last ? "goOn" : "write")}
          <Icon name="send" />
        </button>
        {last && (
          <button type="button" class="recent" onClick={onChat}>
            <b>{last.from === "visitor" ? texts.say("you") : (last.author?.name ?? texts.say("team"))}</b>
            <span dir="auto">{last.text ?? texts.say("file")}</span>
          </button>
        )}
        <Doors />
      </main>
    </>
  );
}
