"use client";
import { useState } from "react";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";

type Props = { label: string; value: number | null; range: readonly [number, number]; onChange: (value: number | null) => void };

/** A whole number or none. What is typed stays as it was typed until the field is left; what is beyond the range is brought into it. */
export function NumberField({ label, value, range: [least, most], onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      <Input
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        value={typed ?? value ?? ""}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = event.target.value === "" ? null : Math.min(most, Math.max(least, Math.round(Number(event.target.value))));
          if (number === null || Number.isFinite(number)) onChange(number);
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
