export { type DemoFile, type Instance, type InstanceOptions, type ProcessName, startInstance } from "./instance.ts";
export { sleep, until } from "./until.ts";
