export { sleep, until } from "../until.ts";
export { type DemoFile, type Instance, type InstanceOptions, type ProcessName, startInstance } from "./instance.ts";
export type { ChaosOptions, ChaosResult, Scenario } from "./scenario.ts";
export { scenarios } from "./scenarios.ts";
