import { openBench } from "../bench/bench-instance.ts";
import { growth } from "../bench/growth.ts";
const b = await openBench();
for (const r of await growth(b, false)) console.log(r.what, r.value.toFixed(2), r.goal?.value ?? "");
await b.close(); process.exit(0);
