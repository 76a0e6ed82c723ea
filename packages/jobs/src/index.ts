export type { BackendOptions } from "./backend.ts";
export { catalog, type Handlers, type JobName, type JobPayload } from "./catalog.ts";
export { doorbell } from "./doorbell.ts";
export { type JobObserver, type Jobs, openJobs } from "./jobs.ts";
