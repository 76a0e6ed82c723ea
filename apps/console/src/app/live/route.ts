import { forward } from "../../forward.ts";

export { forward as GET };
