/** One page of a list, as the API answers it. */
export type Page<T> = { data: T[]; page: { next: string | null; prev: string | null } };
