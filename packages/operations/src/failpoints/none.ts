import type { FailpointName } from "./names.ts";

/** Where a test may kill the process (see CONTRIBUTING.md). In everything that is not such a test it does nothing. */
export function failpoint(_name: FailpointName): void | Promise<void> {}
