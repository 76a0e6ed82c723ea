"use client";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

type Props = {
  t: (key: "whose" | "onlyOwn" | "everybodys" | "mine") => string;
  own: boolean;
  /** Whether one may make something for everybody. */
  mayShare: boolean;
  onChange: (own: boolean) => void;
};

/** For whom something is made: for everybody, or only for oneself. */
export function WhoseField({ t, own, mayShare, onChange }: Props) {
  return (
    <Field label={t("whose")} hint={mayShare ? undefined : t("onlyOwn")}>
      <Select
        value={own ? "own" : "all"}
        onChange={(whose) => onChange(whose === "own")}
        disabled={!mayShare}
        options={[
          { value: "all", label: t("everybodys") },
          { value: "own", label: t("mine") },
        ]}
      />
    </Field>
  );
}
