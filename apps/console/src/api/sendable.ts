type Defined<T> = T extends readonly unknown[]
  ? { [K in keyof T]: Defined<T[K]> }
  : T extends object
    ? { [K in keyof T]: Defined<Exclude<T[K], undefined>> }
    : T;

/** A body without its undefined members: JSON drops them, and the types of the API know only present and absent. */
export const sendable = <T extends object>(body: T): Defined<T> => JSON.parse(JSON.stringify(body)) as Defined<T>;
