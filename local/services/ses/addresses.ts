import { type Address, addressParser } from 'postal-mime';

/** The bare addresses in a header or parameter such as `新刊 <info@example.jp>, a@example.jp`. */
export function addressesIn(text: string): string[] {
  return bare(addressParser(text, { flatten: true }));
}

/** The bare addresses of parsed mailboxes and groups. */
export function bare(addresses: Address[] | undefined): string[] {
  return (addresses ?? []).flatMap((one) =>
    one.group ? bare(one.group) : one.address ? [one.address] : [],
  );
}
