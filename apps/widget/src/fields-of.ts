import type { Unverified } from "@onethread/widget";

export type Fields = Record<string, string | boolean>;

/** What a page says of its visitor, as the API takes names and values; what cannot be a name is left out. */
export const fieldsOf = ({ email, name, traits }: Unverified): Fields =>
  Object.fromEntries(
    Object.entries({ ...traits, ...(email ? { email } : {}), ...(name ? { name } : {}) }).flatMap(([name, value]) => {
      const field = name
        .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "_")
        .slice(0, 40);
      if (value === null || !/^[a-z]/.test(field)) return [];
      return [[field, typeof value === "boolean" ? value : String(value).slice(0, 500)]];
    }),
  );
