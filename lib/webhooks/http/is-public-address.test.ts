import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address";

const hidden = {
  "this network": ["0.0.0.0", "0.1.2.3"],
  private: ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255"],
  "carrier-grade NAT": ["100.64.0.1", "100.127.255.255", "100.100.100.200"],
  loopback: ["127.0.0.1", "127.255.255.254", "::1"],
  "link-local and metadata": ["169.254.0.1", "169.254.169.254", "169.254.170.2", "fe80::1", "fe80::1%eth0"],
  "protocol assignments": ["192.0.0.1", "192.0.0.170", "192.88.99.1"],
  documentation: ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
  benchmarking: ["198.18.0.1", "198.19.255.255", "2001:2::1"],
  "multicast, reserved, broadcast": [
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "ff02::1",
  ],
  unspecified: ["::", "0::0"],
  "mapped IPv4": ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "0:0:0:0:0:ffff:7f00:1"],
  "compatible, translated and ISATAP IPv4": [
    "::7f00:1",
    "::127.0.0.1",
    "::ffff:0:127.0.0.1",
    "::5efe:127.0.0.1",
  ],
  "NAT64 of a hidden address": ["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.0.0.1"],
  "local-use NAT64": ["64:ff9b:1::8.8.8.8"],
  discard: ["100::1", "100:0:0:1::1"],
  "Teredo, ORCHID, 6to4": [
    "2001::1",
    "2001:0:4136:e378::1",
    "2001:10::1",
    "2001:20::1",
    "2002:7f00:1::",
    "2002:808:808::1",
  ],
  "segment routing": ["5f00::1"],
  "unique local, site local": ["fc00::1", "fd00::1", "fd00:ec2::254", "fdff::1", "fec0::1"],
  unallocated: ["4000::1", "8000::1", "e000::1", "1::1"],
  "no address": ["", "localhost", "example.com", "[::1]", "1.2.3.4.5", "1.2.3.4/8", " 8.8.8.8"],
};

describe.each(Object.entries(hidden))("%s", (_range, addresses) => {
  test.each(addresses)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
});

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.1",
  "223.255.255.255",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
  "2001:4860:4860::8888",
  "2606:4700:4700::1111",
  "2a00:1450:4001::1",
])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

test("an IPv4 address is judged alike in every IPv6 coat that a network may take off", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`::${address}`)).toBe(false);
    }),
  );
});
