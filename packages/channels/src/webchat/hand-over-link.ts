/** A chat stands on the business' own pages: there is no public address that a link could lead to. */
export const handOverLink = (): { unknown: true } => ({ unknown: true });
