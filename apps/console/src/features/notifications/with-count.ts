/** A title with how many wait before it; nothing waiting is nothing to say. */
export const withCount = (title: string, count: number, more: boolean): string => {
  const bare = title.replace(/^\(\d+\+?\) /, "");
  return count > 0 ? `(${count}${more ? "+" : ""}) ${bare}` : bare;
};
