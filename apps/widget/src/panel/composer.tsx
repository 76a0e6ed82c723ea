import { useEffect, useRef, useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { EmojiButton } from "./emoji-button.tsx";
import { Icon } from "./icons.tsx";
import { useUploads } from "./use-uploads.ts";

/** Where the visitor writes: Enter sends, Shift+Enter makes a line, and an input method's Enter is its own. */
export function Composer({ text }: { text: string | null }) {
  const { texts, config, thread } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(thread.draft.get());
  const uploads = useUploads();
  useEffect(() => {
    if (text !== null) {
      setValue(text);
      field.current?.focus();
    }
  }, [text]);
  useEffect(() => thread.draft.set(value), [value, thread]);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    // Lines as they come, up to the stylesheet's most.
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);

  const over = [...value].length - config.limits.textCharacters;
  const ready = (value.trim() !== "" || uploads.files.length > 0) && over <= 0 && !uploads.busy;
  /** It was sent before its files were there: it goes when they are. */
  const due = useRef(false);
  const send = () => {
    due.current = uploads.busy && over <= 0;
    if (!ready) return;
    thread.send(value.trim(), uploads.files);
    setValue("");
    uploads.clear();
    field.current?.focus();
  };
  useEffect(() => {
    if (!due.current || uploads.busy) return;
    due.current = false;
    if (uploads.problem === null) send();
  }, [uploads.busy]);
  const insert = (piece: string) => {
    const element = field.current;
    if (!element) return;
    element.focus();
    element.setRangeText(piece, element.selectionStart, element.selectionEnd, "end");
    setValue(element.value);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        uploads.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {uploads.problem && (
        <p class="problem" role="alert">
          {uploads.problem}
        </p>
      )}
      {uploads.all.length > 0 && (
        <ul class="uploads">
          {uploads.all.map((file) => (
            <li key={file.place}>
              <span dir="auto">{file.name}</span>
              {file.id === null && <span role="status">{texts.say("uploading", { name: file.name })}</span>}
              <button type="button" class="round" aria-label={texts.say("remove", { name: file.name })} onClick={() => uploads.remove(file.place)}>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="line">
        <label class="round" title={texts.say("attach")}>
          <input
            type="file"
            multiple
            class="sr"
            aria-label={texts.say("attach")}
            onChange={({ currentTarget }) => {
              uploads.add([...(currentTarget.files ?? [])]);
              currentTarget.value = "";
            }}
          />
          <Icon name="attach" />
        </label>
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={texts.say("message")}
          placeholder={texts.say("placeholder")}
          value={value}
          aria-invalid={over > 0}
          onInput={({ currentTarget }) => {
            setValue(currentTarget.value);
            if (currentTarget.value !== "") thread.writing();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
          onPaste={(event) => {
            const files = [...(event.clipboardData?.files ?? [])];
            if (files.length === 0) return;
            event.preventDefault();
            uploads.add(files);
          }}
        />
        <EmojiButton onPick={insert} />
        <button type="submit" class="round send" aria-label={texts.say("send")} aria-disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
      {over > 0 && (
        <p class="problem" role="status">
          {texts.say("tooLong", { count: over })}
        </p>
      )}
    </form>
  );
}
