"use client";
import { Input } from "./input.tsx";
import { Select } from "./select.tsx";

type Props = {
  hours: number;
  onChange: (hours: number) => void;
  label: string;
  unitLabel: string;
  hoursLabel: string;
  daysLabel: string;
  maxHours: number;
  unitClass: string;
};

/** So many hours or days: a number and its unit. What are whole days is told in days. */
export function HoursField({ hours, onChange, label, unitLabel, hoursLabel, daysLabel, maxHours, unitClass }: Props) {
  const inDays = hours % 24 === 0;
  const number = inDays ? hours / 24 : hours;
  return (
    <>
      <Input
        aria-label={label}
        type="number"
        min={1}
        max={inDays ? Math.floor(maxHours / 24) : maxHours}
        className="w-20"
        value={number || ""}
        onChange={(event) => onChange(Math.max(0, Math.floor(Number(event.target.value))) * (inDays ? 24 : 1))}
      />
      <Select
        aria-label={unitLabel}
        className={unitClass}
        value={inDays ? "days" : "hours"}
        options={[
          { value: "hours", label: hoursLabel },
          { value: "days", label: daysLabel },
        ]}
        onChange={(unit) => onChange(Math.max(1, number) * (unit === "days" ? 24 : 1))}
      />
    </>
  );
}
