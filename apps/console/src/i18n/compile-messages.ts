import compile from "icu-minify/compile";
import { isolateArguments } from "./isolate-arguments.ts";

type Messages = { [key: string]: string | Messages };
const compiled = new WeakMap<Messages, Messages>();

/**
 * Texts with their ICU syntax taken apart, once for each language, so that no browser has to. What comes out is what
 * next-intl formats: it is typed as what went in, since that is what the keys are checked against.
 */
export function compileMessages<M extends Messages>(messages: M, direction: "ltr" | "rtl"): M {
  const known = compiled.get(messages) ?? compileAll(direction === "rtl" ? isolateArguments(messages) : messages);
  compiled.set(messages, known);
  return known as M;
}

/** As plain objects: what the compiler makes has no prototype, and React passes none of those to browsers. */
const compileAll = (messages: Messages): Messages => JSON.parse(JSON.stringify(compileTree(messages))) as Messages;

const compileTree = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [key, typeof text === "string" ? (compile(text) as unknown as string) : compileTree(text)]),
  );
