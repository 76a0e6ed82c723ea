type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A body without its undefined members: JSON would drop them, and the types of the API know only present and absent. */
export const sendable = <T extends object>(body: T): Defined<T> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Defined<T>;
