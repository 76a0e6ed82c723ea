import { usePanel } from "./context.ts";
import type { Outgoing } from "./place-messages.ts";

/** A message of one's own that is not known to be stored. What is not sent can be sent again, as the same message. */
export function Pending({ message }: { message: Outgoing }) {
  const { texts, thread } = usePanel();
  return (
    <li class="message mine" data-testid="pending">
      <p class="sr">{texts.say("you")}</p>
      {message.text && (
        <p class="bubble" dir="auto">
          {message.text}
        </p>
      )}
      {message.files.map((file) => (
        <p class="bubble" dir="auto" key={file.id}>
          {file.name}
        </p>
      ))}
      {message.problem === null ? (
        <p class="meta">{texts.say("sending")}</p>
      ) : (
        <p class="problem" role="alert">
          {texts.say("notSent")}: {message.problem}{" "}
          <button type="button" class="plain" onClick={() => thread.retry(message.clientId)}>
            {texts.say("retry")}
          </button>
        </p>
      )}
    </li>
  );
}
