import { randomBytes } from "node:crypto";

/** Ids in the forms the platforms use. */
const letters = (count: number): string => {
  let text = "";
  while (text.length < count)
    text += randomBytes(count)
      .toString("base64")
      .replace(/[^A-Za-z0-9]/g, "");
  return text.slice(0, count);
};
const digits = (count: number): string => {
  let text = String(1 + ((randomBytes(1)[0] ?? 0) % 9));
  while (text.length < count) text += String((randomBytes(1)[0] ?? 0) % 10);
  return text;
};

export const makeWamid = (): string => `wamid.HBgM${letters(40)}A==`;
export const makeMessengerMid = (): string => `m_${letters(43)}-${letters(42)}`;
export const makeInstagramMid = (): string => `aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlEOj${letters(92)}ZD`;
export const makePersonScopedId = (): string => digits(16);
export const makeUserId = (): string => `GB.${digits(14)}`;
/** A number of the range that is kept free for fiction (07700 900000 to 900999), as WhatsApp writes it. */
export const makePhone = (): string => `447700900${digits(3)}`;
export const makeTraceId = (): string => letters(23);
export const makeMediaId = (): string => digits(16);
export const makeCallId = (): string => `wacid.${letters(44)}`;
export const makeGroupId = (): string => `Y2FwaV9ncm91cDo${letters(40)}`;
export const makeCommentId = (): string => `1801${digits(13)}`;
export const makeTemplateId = (): string => digits(15);
export const makeToken = (): string => letters(40);
