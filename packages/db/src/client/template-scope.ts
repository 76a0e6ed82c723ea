/** SQL: whose templates an account sends, by the columns of `accounts` (a table's name or alias): its WABA's, or its Page's. */
export const templateScope = (accounts: string): string => `CASE ${accounts}.channel
  WHEN 'whatsapp' THEN coalesce(${accounts}.settings ->> 'wabaId', ${accounts}.external_id)
  WHEN 'instagram' THEN coalesce(${accounts}.settings ->> 'pageId', ${accounts}.external_id)
  ELSE ${accounts}.external_id END`;
