export { newId } from "./new-id.ts";
export { type Database, type DatabaseOptions, openDatabase } from "./pools.ts";
export { ensureDatabase, prepareRoles } from "./prepare.ts";
export { prepared } from "./prepared.ts";
export { openPrisma } from "./prisma.ts";
export { type SecretBox, secretBox } from "./secrets.ts";
export { isDataError, isUnavailable, isUniqueViolation } from "./sql-state.ts";
export { templateScope } from "./template-scope.ts";
export { forIngest, forWorkspace, type Tx } from "./transaction.ts";
