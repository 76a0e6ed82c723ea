import { useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { Problem } from "./problem.tsx";
import { useStore } from "./store.ts";
import { useTry } from "./use-try.ts";

/** How it went, once it is over: five faces with words, and never in the way of a new message. */
export function Survey() {
  const { texts, thread } = usePanel();
  const due = useStore(thread.survey);
  const [score, setScore] = useState<number | null>(null);
  const [comment, setComment] = useState("");
  const { busy, problem, run } = useTry(async (given: number) => thread.answerSurvey(given, comment.trim()));
  if (due === "thanked") return <p class="survey">{texts.say("thanks")}</p>;
  if (due !== "due") return null;
  return (
    <form
      class="survey"
      data-testid="survey"
      onSubmit={(event) => {
        event.preventDefault();
        if (score !== null) void run(score);
      }}
    >
      <fieldset>
        <legend>{texts.say("survey")}</legend>
        {texts
          .say("scores")
          .split("|")
          .map((word, index) => (
            <label key={word} class="score">
              <input type="radio" name="score" checked={score === index + 1} onChange={() => setScore(index + 1)} />
              <span aria-hidden="true">{["😞", "🙁", "😐", "🙂", "😀"][index]}</span>
              {word}
            </label>
          ))}
      </fieldset>
      {score !== null && (
        <label class="field">
          {texts.say("comment")}
          <textarea rows={2} dir="auto" maxLength={1000} value={comment} onInput={({ currentTarget }) => setComment(currentTarget.value)} />
        </label>
      )}
      <Problem text={problem} />
      <div class="choices">
        <button type="submit" class="primary" disabled={score === null || busy}>
          {texts.say("send")}
        </button>
        <button type="button" class="plain" onClick={() => thread.survey.set("skipped")}>
          {texts.say("skip")}
        </button>
      </div>
    </form>
  );
}
