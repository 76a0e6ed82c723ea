import type { Wire } from "./graph-answer.ts";
import { isRecord } from "./graph-answer.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";

/** Thrown while a message is read: what the call is refused with. */
export class Refusal extends Error {
  readonly failure: GraphFailure;
  constructor(failure: GraphFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export const refuse = (failure: GraphFailure): never => {
  throw new Refusal(failure);
};

type Size = { max: number; optional?: boolean };

/** WhatsApp's checks of single values: 131008 for what is missing, 131009 for what does not fit. */
export const whatsappField = {
  text(value: unknown, name: string, { max, optional = false }: Size): string | undefined {
    if (value === undefined || value === null || value === "") {
      return optional ? undefined : refuse(graphFailures.missing(`Parameter '${name}' is mandatory`));
    }
    if (typeof value !== "string") return refuse(graphFailures.value(`${name} must be a string`));
    if ([...value].length > max) refuse(graphFailures.value(`${name} length invalid. Min length: 1, Max length: ${max}`));
    return value;
  },
  record(value: unknown, name: string): Wire {
    return isRecord(value) ? value : refuse(graphFailures.missing(`Parameter '${name}' is mandatory`));
  },
  list(value: unknown, name: string, max: number): Wire[] {
    if (!Array.isArray(value) || value.length === 0) return refuse(graphFailures.missing(`Parameter '${name}' is mandatory`));
    if (value.length > max) refuse(graphFailures.value(`Invalid ${name} count. Min allowed ${name}: 1, Max allowed ${name}: ${max}`));
    return value.map((one) => (isRecord(one) ? one : refuse(graphFailures.value(`${name} must be objects`))));
  },
};

/** Values that have to differ: ids of buttons and rows. */
export function refuseDoubles(values: readonly string[], name: string): void {
  if (new Set(values).size !== values.length) refuse(graphFailures.value(`Duplicated ${name}`));
}
