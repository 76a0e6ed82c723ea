"use client";
import type { ReactNode } from "react";
import { optionId, type Suggestion } from "./use-suggestion.ts";

type Props<T> = {
  list: Suggestion<T>;
  label: string;
  testId: string;
  keyOf: (option: T) => string;
  /** One option, in a row. */
  show: (option: T) => ReactNode;
  /** What stands there when nothing fits. */
  empty?: ReactNode;
};

/** What can be chosen behind a sign, above the field. The keys are the field's. */
export function SuggestionList<T>({ list, label, testId, keyOf, show, empty }: Props<T>) {
  const { options, active, listId, pick } = list;
  return (
    <div
      data-testid={testId}
      className="absolute inset-x-3 bottom-full z-20 mb-1 max-h-80 overflow-y-auto rounded-panel border border-line bg-raised p-1 text-fg shadow-popup"
    >
      {options.length > 0 ? (
        <div id={listId} role="listbox" aria-label={label}>
          {options.map((option, index) => (
            <div
              key={keyOf(option)}
              id={optionId(listId, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : null}
              // Chosen as it is pressed, so that the field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                pick(option);
              }}
              className="flex min-w-0 cursor-default items-baseline gap-2 rounded-control px-2 py-1.5 hover:bg-hover aria-selected:bg-selected"
            >
              {show(option)}
            </div>
          ))}
        </div>
      ) : (
        <p className="px-2 py-1.5 text-muted">{empty}</p>
      )}
    </div>
  );
}
