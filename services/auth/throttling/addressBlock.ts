import { isIPv6 } from 'node:net';

const GROUPS_OF_A_NETWORK = 4;

/**
 * What counts as one address: an IPv4 address as it is; the /64 of an IPv6 address, since one
 * customer has all of it (RFC 6177). An IPv4 address written as an IPv6 one (RFC 4291 section
 * 2.5.5.2) counts as that IPv4 address. Other text is returned unchanged.
 */
export function addressBlock(address: string): string {
  const [plain = ''] = address.trim().toLowerCase().split('%');
  const mapped = /^(?:0{0,4}:)+ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  return `${groupsOf(plain).slice(0, GROUPS_OF_A_NETWORK).join(':')}::/64`;
}

/**
 * The eight groups without leading zeros; two of them may be missing if the address ends in IPv4
 * form.
 */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = split(head);
  if (tail === undefined) return before;
  const after = split(tail);
  return [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
}

function split(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
}
