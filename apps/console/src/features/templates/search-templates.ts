import type { MessageTemplate } from "@onethread/core/api";

/** Templates that hold every word in their name or text; those that can be sent first, then by name. */
export function searchTemplates(templates: readonly MessageTemplate[], query: string, language: string | null): MessageTemplate[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return templates
    .filter((template) => {
      const text = `${template.name.replaceAll("_", " ")} ${template.name} ${template.text}`.toLowerCase();
      return (language === null || template.language === language) && words.every((word) => text.includes(word));
    })
    .sort((a, b) => Number(b.usable) - Number(a.usable) || a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}

export const languagesOf = (templates: readonly MessageTemplate[]): string[] => [...new Set(templates.map((template) => template.language))].sort();
