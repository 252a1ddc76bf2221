/**
 * Whether a text is safe as the single recipient of a mail: one address, in ASCII as SES requires,
 * with nothing that would end a header or add a second recipient.
 */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[!-~]+$/.test(text) &&
    /^[^@<>()[\],;:"\\]+@[^@<>()[\],;:"\\]+$/.test(text)
  );
}
