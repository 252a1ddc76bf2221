/**
 * Whether a text can stand as the one recipient of a mail: one address, in ASCII as SES demands,
 * with nothing that would end a header or add a second recipient.
 */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[!-~]+$/.test(text) &&
    /^[^@<>()[\],;:"\\]+@[^@<>()[\],;:"\\]+$/.test(text)
  );
}
