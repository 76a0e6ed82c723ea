import { usePanel } from "./context.ts";
import { Problem } from "./problem.tsx";
import { useStore } from "./store.ts";
import { useTry } from "./use-try.ts";

const names: Record<string, string> = { whatsapp: "WhatsApp", messenger: "Messenger", instagram: "Instagram" };

/** Other ways to go on with the same conversation. The link carries a token: what comes by it is known to be this visitor's. */
export function Doors() {
  const { texts, config, session, thread } = usePanel();
  const begun = useStore(thread.messages).length > 0;
  const { problem, run } = useTry(async (id: string) => {
    // Opened in the press itself: browsers keep windows shut that open later.
    const opened = window.open("about:blank", "_blank");
    try {
      const { url } = (await (await session.ask("continue", { method: "POST", body: { channelAccountId: id } })).json()) as { url: string };
      if (opened) {
        opened.opener = null;
        opened.location.replace(url);
      }
    } catch (error) {
      opened?.close();
      throw error;
    }
  });
  // There is nothing to go on with before somebody has written.
  if (config.doors.length === 0 || !begun) return null;
  return (
    <section class="doors" aria-label={texts.say("elsewhere")}>
      <h2>{texts.say("elsewhere")}</h2>
      {config.doors.map((door) => (
        <button type="button" class="door" key={door.channelAccountId} onClick={() => void run(door.channelAccountId)}>
          {texts.say("continueOn", { channel: names[door.channel] ?? door.name })}
        </button>
      ))}
      <Problem text={problem} />
    </section>
  );
}
