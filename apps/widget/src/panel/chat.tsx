import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Composer } from "./composer.tsx";
import { usePanel } from "./context.ts";
import { Elsewhere } from "./elsewhere.tsx";
import { Ended } from "./ended.tsx";
import { Header } from "./header.tsx";
import { HoursLine } from "./hours-line.tsx";
import { Icon } from "./icons.tsx";
import type { Texts } from "./language.ts";
import { Message } from "./message.tsx";
import type { VisitorMessage } from "./model.ts";
import { Older } from "./older.tsx";
import { Pending } from "./pending.tsx";
import { offered, placeMessages, rowsOf } from "./place-messages.ts";
import { Problem } from "./problem.tsx";
import type { Session } from "./session.ts";
import { useStore } from "./store.ts";
import { Survey } from "./survey.tsx";
import { useTry } from "./use-try.ts";

/** The conversation and the place to write. */
export function Chat({ text, onBack }: { text: string | null; onBack: () => void }) {
  const { texts, config, thread, session, offers } = usePanel();
  const messages = useStore(thread.messages);
  const outgoing = useStore(thread.outgoing);
  const offer = useStore(offers.taken);
  const typing = useStore(thread.typing);
  const state = useStore(thread.state);
  const ended = useStore(thread.ended);
  const list = useRef<HTMLDivElement>(null);
  const stayAtEnd = useRef(true);
  const newest = messages.at(-1)?.id;
  useLayoutEffect(() => {
    const element = list.current;
    if (element && stayAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [newest, offer, outgoing.length, typing, ended]);
  // What is shown is read; what is behind another tab is not.
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && thread.read();
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [newest, thread]);
  const transcript = useTry(() => download(session, texts));
  const ending = useTry(() => thread.end());
  const problem = transcript.problem ?? ending.problem;
  const rows = rowsOf(offer ? placeMessages(messages, [offer]) : messages);
  const lastOfMine = messages.findLast((one) => one.from === "visitor")?.id;
  const choice = offered(messages);
  return (
    <>
      <Header title={config.name} onBack={onBack}>
        {messages.at(-1)?.from === "business" && outgoing.length === 0 && !ended && (
          <button
            type="button"
            class="round"
            aria-label={texts.say("end")}
            title={texts.say("end")}
            aria-disabled={ending.busy}
            onClick={() => void ending.run()}
          >
            <Icon name="end" />
          </button>
        )}
        {messages.length > 0 && (
          <button
            type="button"
            class="round"
            aria-label={texts.say("transcript")}
            title={texts.say("transcript")}
            aria-disabled={transcript.busy}
            onClick={() => void transcript.run()}
          >
            <Icon name="download" />
          </button>
        )}
      </Header>
      {problem && (
        <div class="bar">
          <Problem text={problem} />
        </div>
      )}
      {state === "offline" && (
        <p class="bar" role="status">
          {texts.say("offline")}
        </p>
      )}
      <div
        class="list"
        ref={list}
        onScroll={({ currentTarget: at }) => {
          stayAtEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 60;
        }}
      >
        <HoursLine />
        <Older />
        {rows.length + outgoing.length === 0 && state !== "loading" && <p class="empty">{texts.say("empty")}</p>}
        {state === "loading" && (
          <p class="empty" role="status">
            {texts.say("loading")}
          </p>
        )}
        <ol aria-label={texts.say("messages")}>
          {rows.map((row) =>
            row.kind === "day" ? (
              <li class="day" key={row.key}>
                {dayOf(row.at, texts.locale)}
              </li>
            ) : (
              <Message key={row.key} message={row.message} first={row.first} last={row.last} newest={row.message.id === lastOfMine} />
            ),
          )}
          {outgoing.map((one) => (
            <Pending key={one.clientId} message={one} />
          ))}
        </ol>
        {typing && (
          <p class="typing" data-testid="typing">
            {texts.say("typing", { name: messages.findLast((one) => one.author?.name)?.author?.name ?? texts.say("team") })}
          </p>
        )}
        {!ended && <Elsewhere newest={messages.at(-1)} />}
        <Ended onTranscript={() => void transcript.run()} />
        <Survey />
      </div>
      <Newest message={messages.at(-1)} />
      {choice && (
        <fieldset class="answers">
          <legend class="sr">{texts.say("answers", { count: choice.replies.length })}</legend>
          {choice.replies.map((reply) => (
            <button type="button" class="answer" key={reply.payload} onClick={() => void thread.choose(choice.message, reply)}>
              {reply.title}
            </button>
          ))}
        </fieldset>
      )}
      <Composer text={text} />
    </>
  );
}

/** Says what comes in while one is here: the newest message only, not the list anew. */
function Newest({ message }: { message: VisitorMessage | undefined }) {
  const { texts } = usePanel();
  const first = useRef(message?.id);
  const said =
    message && message.from === "business" && message.id !== first.current
      ? texts.say("newMessage", { name: message.author?.name ?? texts.say("team"), text: message.text ?? texts.say("file") })
      : "";
  return (
    <p class="sr" role="status">
      {said}
    </p>
  );
}

function dayOf(at: string, locale: string): string {
  const date = new Date(at);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days < 2) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
  return new Intl.DateTimeFormat(locale, { dateStyle: "full" }).format(date);
}

/** The whole conversation as a text file. */
async function download(session: Session, texts: Texts): Promise<void> {
  const response = await session.ask(`transcript?you=${encodeURIComponent(texts.say("you"))}`);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "chat.txt";
  link.click();
  // The browser has it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
