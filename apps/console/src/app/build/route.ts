import { ownBuild } from "../../build.ts";

/** Which build answers here: an open tab compares it with its own. */
export const GET = (): Response => Response.json({ build: ownBuild }, { headers: { "cache-control": "no-store" } });
