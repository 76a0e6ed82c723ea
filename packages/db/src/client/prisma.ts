import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client.ts";
import type { Database } from "./pools.ts";

/** Prisma over the entrance: sign-in's own tables. Workspace data goes through `forWorkspace`. */
export const openPrisma = (database: Database) => new PrismaClient({ adapter: new PrismaPg(database.entrance) });
