/** The digits of an ISBN as pages write it, with or without hyphens; null for anything else. */
export function readIsbn(written: string | null): string | null {
  const plain = (written ?? '')
    .normalize('NFKC')
    .replace(/[-‐‑\s]/g, '')
    .toUpperCase();
  return /^(97[89]\d{10}|\d{9}[\dX])$/.test(plain) ? plain : null;
}
