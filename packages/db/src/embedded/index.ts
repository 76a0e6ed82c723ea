export { type Cluster, type ClusterOptions, freePort, openCluster } from "./cluster.ts";
export { postgresUser, reachableBy } from "./locate-binaries.ts";
