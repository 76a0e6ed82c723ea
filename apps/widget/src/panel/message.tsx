import { usePanel } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Linked } from "./linked.tsx";
import type { VisitorMessage } from "./model.ts";
import { Picture } from "./picture.tsx";

type Props = { message: VisitorMessage; first: boolean; last: boolean; newest: boolean };

/** One message of either side. */
export function Message({ message, first, last, newest }: Props) {
  const { texts } = usePanel();
  const mine = message.from === "visitor";
  const author = mine ? texts.say("you") : message.author?.kind === "bot" ? texts.say("bot") : (message.author?.name ?? texts.say("team"));
  const time = new Intl.DateTimeFormat(texts.locale, { hour: "numeric", minute: "2-digit" }).format(new Date(message.at));
  return (
    <li class={mine ? "message mine" : "message"} data-testid="message" data-id={message.id}>
      <p class={first && !mine ? "author" : "sr"}>{author}</p>
      {message.deletedAt ? (
        <p class="bubble deleted">{texts.say("deleted")}</p>
      ) : (
        <>
          {message.text && (
            <p class="bubble" dir="auto">
              <Linked text={message.text} />
            </p>
          )}
          {message.files.map((file) => (
            <File key={file.id} file={file} />
          ))}
          {message.cards.map((card, index) => (
            <CardOf key={index} card={card} />
          ))}
        </>
      )}
      <p class={last ? "meta" : "sr"}>
        <time dateTime={message.at}>{time}</time>
        {message.editedAt && <> · {texts.say("edited")}</>}
        {mine && newest && <> · {texts.say("sent")}</>}
      </p>
    </li>
  );
}

function File({ file }: { file: VisitorMessage["files"][number] }) {
  const { texts } = usePanel();
  const name = file.name ?? texts.say("file");
  if (file.kind === "image") {
    return <Picture url={file.url} name={name} />;
  }
  // biome-ignore-start lint/a11y/useMediaCaption: what people record for each other has none
  if (file.kind === "audio" || file.kind === "voice") return <audio class="sound" controls src={file.url} />;
  if (file.kind === "video") return <video class="picture" controls src={file.url} />;
  // biome-ignore-end lint/a11y/useMediaCaption: what people record for each other has none
  return (
    <a class="file" href={file.url} target="_blank" rel="noopener noreferrer">
      <Icon name="file" />
      <span dir="auto">{name}</span>
      {file.bytes !== null && <span class="size">{sizeOf(file.bytes, texts.locale)}</span>}
    </a>
  );
}

const sizeOf = (bytes: number, locale: string): string => {
  const [value, unit] = bytes >= 1e6 ? [bytes / 1e6, "megabyte"] : [bytes / 1e3, "kilobyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit: unit as string, maximumFractionDigits: 1 }).format(value as number);
};

function CardOf({ card }: { card: VisitorMessage["cards"][number] }) {
  return (
    <div class="card">
      {card.imageUrl && <img src={card.imageUrl} alt="" />}
      {card.title && <b dir="auto">{card.title}</b>}
      {card.text && <p dir="auto">{card.text}</p>}
      {card.footer && (
        <p class="meta" dir="auto">
          {card.footer}
        </p>
      )}
      {card.buttons.map(
        (button) =>
          button.url && (
            <a key={button.title} class="door" href={button.url} target="_blank" rel="noopener noreferrer">
              {button.title}
            </a>
          ),
      )}
    </div>
  );
}
