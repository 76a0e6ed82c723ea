import { keys } from "../../api/keys.ts";
import { listChannelLog } from "../../api/templates.ts";

/** The log of an account, page by page, the newest first. */
export const channelLogQuery = (id: string) => ({
  queryKey: keys.channelLog(id),
  queryFn: ({ pageParam }: { pageParam: string | undefined }) => listChannelLog(id, pageParam),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Awaited<ReturnType<typeof listChannelLog>>) => page.page.next ?? undefined,
});
