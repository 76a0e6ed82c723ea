import compile from "icu-minify/compile";

type Messages = { [key: string]: string | Messages };
const compiled = new WeakMap<Messages, Messages>();

/**
 * Texts with their ICU syntax taken apart, once for each language, so that no browser has to. What comes out is what
 * next-intl formats: it is typed as what went in, since that is what the keys are checked against.
 */
export function compileMessages<M extends Messages>(messages: M): M {
  // Plain objects only: what the compiler makes has no prototype, and React passes none of those to browsers.
  const known = compiled.get(messages) ?? (JSON.parse(JSON.stringify(compileAll(messages))) as Messages);
  compiled.set(messages, known);
  return known as M;
}

const compileAll = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [key, typeof text === "string" ? (compile(text) as unknown as string) : compileAll(text)]),
  );
