"use client";
import type { MessageTemplate } from "@onethread/core/api";
import { useState } from "react";
import { type FieldValues, missingFields } from "./fill-template.ts";

/** The template that was chosen, how it is filled in, and how many of its fields are still empty. */
export function useTemplateChoice() {
  const [template, setTemplate] = useState<MessageTemplate | null>(null);
  const [values, setValues] = useState<FieldValues>({});
  return {
    template,
    values,
    missing: template ? missingFields(template, values).length : 0,
    setValues,
    choose: (chosen: MessageTemplate) => {
      setValues({});
      setTemplate(chosen);
    },
    /** Back to all of them. */
    letGo: () => setTemplate(null),
  };
}

export type TemplateChoice = ReturnType<typeof useTemplateChoice>;
