import { BlockList, isIP } from "node:net";

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Whether an address is one of these, or in one of these ranges (`10.0.0.0/8`, `2001:db8::/32`). What is no address is in none. */
export function isListed(address: string, list: readonly string[]): boolean {
  if (isIP(address) === 0) return false;
  const family = familyOf(address);
  const listed = new BlockList();
  for (const entry of list) {
    const [base = "", prefix] = entry.split("/");
    // Node counts IPv4 addresses as mapped ones into IPv6 ranges; nobody who writes `::/0` means those.
    if (familyOf(base) !== family) continue;
    if (prefix === undefined) listed.addAddress(base, family);
    else listed.addSubnet(base, Number(prefix), family);
  }
  return listed.check(address, family);
}
