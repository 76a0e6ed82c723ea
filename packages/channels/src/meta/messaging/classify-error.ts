import type { DeliveryError } from "@onethread/core";
import { type ErrorRow, type RetryWait, toDeliveryError, unknownRow, waitOf } from "../error-row.ts";
import { errors } from "./errors.ts";

function rowOf(code: string, subcode: string | null): ErrorRow | undefined {
  const bySubcode = subcode === null ? undefined : (errors.get(`${code}/${subcode}`) ?? errors.get(`/${subcode}`));
  return bySubcode ?? errors.get(`/${code}`) ?? errors.get(code);
}

/** The subcode is kept in the code, because it is what tells: `10/2018278`. */
export const classifyError = (code: string, subcode: string | null, message: string): DeliveryError =>
  toDeliveryError(subcode === null ? code : `${code}/${subcode}`, rowOf(code, subcode) ?? unknownRow(message), message);

export const retryWait = (code: string, subcode: string | null): RetryWait | null => waitOf(rowOf(code, subcode));

export const mayHaveGoneOut = (code: string, subcode: string | null): boolean => rowOf(code, subcode)?.mayHaveGoneOut === true;
