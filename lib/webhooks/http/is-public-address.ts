import ipaddr from "ipaddr.js";

const globalUnicast = ipaddr.parseCIDR("2000::/3");
const nat64 = ipaddr.parseCIDR("64:ff9b::/96");

/**
 * Whether an IP address (as text, without brackets) is one the whole internet can reach. Anything reserved, private, local,
 * documentary or unallocated is not; neither is what is no address at all.
 */
export function isPublicAddress(address: string): boolean {
  // ::a.b.c.d, which ipaddr.js takes for ::ffff:a.b.c.d, is long out of use.
  if (!ipaddr.isValid(address) || /^::\d+\./.test(address)) return false;
  // Unwraps ::ffff:a.b.c.d, which the socket layer treats as that IPv4 address.
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.range() === "unicast";
  const ipv6 = parsed as ipaddr.IPv6;
  if (ipv6.match(nat64)) return isPublicAddress(ipv6.toByteArray().slice(12).join("."));
  // ipaddr.js calls ::a.b.c.d, ISATAP and unallocated space "unicast" too.
  return ipv6.match(globalUnicast) && ipv6.range() === "unicast";
}
