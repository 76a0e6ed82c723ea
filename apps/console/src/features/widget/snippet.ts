/** The line that a shop puts on its pages. */
export const snippetOf = (origin: string, key: string): string => `<script async src="${origin}/widget/loader.js?key=${key}"></script>`;

/** What a site's Content-Security-Policy has to allow. */
export const policyOf = (origin: string): string => `script-src ${origin}; frame-src ${origin}`;

/** Entries of a text with one on each line, or between commas. */
export const readOrigins = (text: string): string[] => [
  ...new Set(text.split(/[\s,]+/).flatMap((one) => one.trim().toLowerCase().replace(/\/+$/, "") || [])),
];
