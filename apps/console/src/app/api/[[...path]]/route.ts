import { forward } from "../../../forward.ts";

export { forward as DELETE, forward as GET, forward as OPTIONS, forward as PATCH, forward as POST, forward as PUT };
