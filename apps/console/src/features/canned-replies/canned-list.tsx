"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SuggestionList } from "../composer/suggestion-list.tsx";
import type { Canned } from "./use-canned.ts";

/** The canned replies that fit what was typed behind a `/`. */
export function CannedList({ canned }: { canned: Canned }) {
  const t = useTranslations("canned.list");
  const { loading, failed, retry, filled } = canned;
  const nothing = failed ? (
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
  );
  return (
    <SuggestionList
      list={canned.list}
      label={t("title")}
      testId="canned-list"
      keyOf={({ id }) => id}
      show={(reply) => (
        <>
          <span className="shrink-0 font-medium">/{reply.shortcut}</span>
          <span dir="auto" className="max-w-[40%] shrink-0 truncate">
            {reply.title}
          </span>
          <span dir="auto" className="min-w-0 flex-1 truncate text-muted text-sm">
            {filled(reply)}
          </span>
        </>
      )}
      empty={nothing}
    />
  );
}
