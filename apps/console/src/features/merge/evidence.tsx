"use client";
import type { Merge } from "@onethread/core/api";
import { useTranslations } from "next-intl";

/** Why two customers may be one person. */
export function Evidence({ evidence }: { evidence: Merge["evidence"] }) {
  const t = useTranslations("merge.evidence");
  // A person's own decision needs no evidence; the ledger names them.
  const shown = evidence.filter((entry) => entry.kind !== "person");
  if (shown.length === 0) return null;
  return (
    <ul className="list-disc ps-4 text-sm">
      {shown.map((entry) => {
        const key = entry.kind as "same_phone";
        return (
          <li key={`${entry.kind}-${entry.detail}`} className="[overflow-wrap:anywhere]">
            {t.has(key) ? t(key) : entry.kind.replaceAll("_", " ")}
            {entry.detail && entry.kind !== "hand_over_link" && (
              <>
                : <bdi>{entry.detail}</bdi>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
