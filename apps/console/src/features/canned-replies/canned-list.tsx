"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Canned, optionId } from "./use-canned.ts";

/** The canned replies that fit what was typed behind a `/`, above the editor. The keys are the editor's. */
export function CannedList({ canned }: { canned: Canned }) {
  const t = useTranslations("canned.list");
  const { options, active, listId, loading, failed, retry, filled, pick } = canned;
  return (
    <div
      data-testid="canned-list"
      className="absolute inset-x-3 bottom-full z-20 mb-1 max-h-80 overflow-y-auto rounded-panel border border-line bg-raised p-1 text-fg shadow-popup"
    >
      {options.length > 0 ? (
        <div id={listId} role="listbox" aria-label={t("title")}>
          {options.map((reply, index) => (
            <div
              key={reply.id}
              id={optionId(listId, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : null}
              // Chosen as it is pressed, so that the field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                pick(reply);
              }}
              className="flex min-w-0 cursor-default items-baseline gap-2 rounded-control px-2 py-1.5 hover:bg-hover aria-selected:bg-selected"
            >
              <span className="shrink-0 font-medium">/{reply.shortcut}</span>
              <span dir="auto" className="shrink-0 max-w-[40%] truncate">
                {reply.title}
              </span>
              <span dir="auto" className="min-w-0 flex-1 truncate text-muted text-sm">
                {filled(reply)}
              </span>
            </div>
          ))}
        </div>
      ) : (
        <p className="px-2 py-1.5 text-muted">
          {failed ? (
            <>
              {t("failed")}{" "}
              <button type="button" className="text-accent-text underline" onClick={() => void retry()}>
                {t("retry")}
              </button>
            </>
          ) : loading ? (
            t("loading")
          ) : (
            <>
              {t("none")}{" "}
              <Link href="/settings/canned-replies" className="text-accent-text underline">
                {t("make")}
              </Link>
            </>
          )}
        </p>
      )}
    </div>
  );
}
