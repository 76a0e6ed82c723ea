import { BlockList, isIP } from "node:net";
import { z } from "zod";

/** Addresses and ranges whose word about the client is believed: `127.0.0.0/8,::1`. By default this machine's own. */
export const trustedProxies = z
  .string()
  .default("127.0.0.0/8,::1")
  .transform((text, context) => {
    const list = new BlockList();
    for (const entry of text.split(",").map((one) => one.trim())) {
      if (entry !== "" && !add(list, entry)) context.addIssue("must be IP addresses and ranges such as 10.0.0.0/8, comma-separated");
    }
    return list;
  });

function add(list: BlockList, entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  if (prefix === undefined) list.addAddress(address, family);
  else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32)) list.addSubnet(address, Number(prefix), family);
  else return false;
  return true;
}
