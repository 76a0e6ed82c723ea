import { useRef, useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { Header } from "./header.tsx";
import type { PreChatField } from "./model.ts";
import { Problem } from "./problem.tsx";
import { useTry } from "./use-try.ts";

type Values = Record<string, string | boolean>;

/** What keyboard a phone shows, and what the browser knows already. */
const kinds = {
  text: { type: "text" },
  email: { type: "email" },
  phone: { type: "tel" },
} as const;
const autofill: Record<string, string> = { email: "email", phone: "tel", name: "name" };

/** What the shop asks before the first message, and no more. */
export function PreChat({ fields, onBack }: { fields: readonly PreChatField[]; onBack: () => void }) {
  const { texts, thread } = usePanel();
  const [values, setValues] = useState<Values>({});
  const [shown, setShown] = useState<Record<string, string>>({});
  const { busy, problem: refused, run } = useTry(() => thread.submitForm(values));
  const form = useRef<HTMLFormElement>(null);
  const wrong = (field: PreChatField): string | null => {
    const value = values[field.name];
    if (field.required && (value === undefined || value === "" || value === false)) return texts.say("required");
    if (field.kind === "email" && value && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value))) return texts.say("notAnEmail");
    return null;
  };
  /** When a field is left: only what is wrong with what is in it. What is missing is said when it is sent. */
  const check = (field: PreChatField) => values[field.name] && setShown((before) => ({ ...before, [field.name]: wrong(field) ?? "" }));
  const set = (name: string, value: string | boolean) => {
    setValues((before) => ({ ...before, [name]: value }));
    setShown((before) => ({ ...before, [name]: "" }));
  };
  const submit = async () => {
    const problems = Object.fromEntries(fields.map((field) => [field.name, wrong(field) ?? ""]));
    setShown(problems);
    const first = fields.find((field) => problems[field.name]);
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus();
    await run();
  };
  return (
    <>
      <Header title={texts.say("beforeWeStart")} onBack={onBack} />
      <form
        class="form"
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {fields.map((field) => {
          const problem = shown[field.name] || null;
          const common = {
            name: field.name,
            id: `field-${field.name}`,
            "aria-invalid": problem !== null,
            "aria-describedby": problem ? `problem-${field.name}` : undefined,
            required: field.required,
            onBlur: () => check(field),
          };
          return (
            <div class="field" key={field.name}>
              {field.kind === "consent" ? (
                <label class="consent">
                  <input
                    {...common}
                    type="checkbox"
                    checked={values[field.name] === true}
                    onChange={({ currentTarget }) => set(field.name, currentTarget.checked)}
                  />
                  <span dir="auto">{field.label}</span>
                </label>
              ) : (
                <label htmlFor={`field-${field.name}`}>
                  <span dir="auto">{field.label}</span>
                  {field.kind === "choice" ? (
                    <select
                      {...common}
                      value={String(values[field.name] ?? "")}
                      onChange={({ currentTarget }) => set(field.name, currentTarget.value)}
                    >
                      <option value="">{texts.say("choose")}</option>
                      {field.options.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.label}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      {...common}
                      {...kinds[field.kind]}
                      autocomplete={autofill[field.kind] ?? autofill[field.name] ?? "off"}
                      dir="auto"
                      maxLength={200}
                      value={String(values[field.name] ?? "")}
                      onInput={({ currentTarget }) => set(field.name, currentTarget.value)}
                    />
                  )}
                </label>
              )}
              {field.link && (
                <a href={field.link} target="_blank" rel="noopener noreferrer">
                  {new URL(field.link).hostname}
                </a>
              )}
              <p class="problem room" id={`problem-${field.name}`}>
                {problem}
              </p>
            </div>
          );
        })}
        <Problem text={refused} />
        <button type="submit" class="primary wide" disabled={busy}>
          {texts.say("start")}
        </button>
      </form>
    </>
  );
}
