"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { AttributeValueText } from "../attributes/attribute-value-text.tsx";
import type { Difference } from "./differing-details.ts";

type Props = {
  differences: readonly Difference[];
  /** 0 or 1: whose value stays. */
  chosen: (field: string | null) => 0 | 1;
  onChoose: (field: string | null, whose: 0 | 1) => void;
};

/** Where the two differ: whose value the joint customer has. */
export function ChooseDetails({ differences, chosen, onChoose }: Props) {
  const t = useTranslations("merge");
  const id = useId();
  if (differences.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`} data-testid="merge-details">
      <h3 id={`${id}-title`} className="mb-2 font-medium text-ui">
        {t("whichDetails")}
      </h3>
      <div className="divide-y divide-line rounded-panel border border-line">
        {differences.map(({ field, values }) => (
          <fieldset key={field ?? ""} className="grid gap-x-3 gap-y-1 px-3 py-2 sm:grid-cols-2">
            <legend className="float-start mb-1 w-full text-muted text-sm sm:col-span-2">
              {field === null ? t("nameField") : <bdi>{field}</bdi>}
            </legend>
            {([0, 1] as const).map((whose) => (
              <label key={whose} className="flex min-h-6 min-w-0 items-start gap-2">
                <input
                  type="radio"
                  name={`${id}-${field ?? ""}`}
                  checked={chosen(field) === whose}
                  onChange={() => onChoose(field, whose)}
                  className="mt-1 accent-(--c-accent)"
                />
                <span className="min-w-0 break-words">
                  <AttributeValueText value={values[whose]} />
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </section>
  );
}
