const MOST = 99_999_999;

/**
 * Parses whole yen: `¥6000`, `￥6,000`, `6000円`, full-width digits; null for anything else, a
 * negative price or a fraction.
 */
export function parsePrice(text: string): number | null {
  const folded = text.normalize('NFKC').trim();
  const match = /^[¥\\]?\s*(\d{1,3}(?:,\d{3})+|\d+)\s*円?$/.exec(folded);
  if (!match) return null;
  const yen = Number(match[1]?.replaceAll(',', ''));
  return yen <= MOST ? yen : null;
}

/** Parses the price of a set, which may begin with the number of volumes: `全3巻セット¥5000`. */
export function parseSetPrice(text: string): number | null {
  return parsePrice(text.normalize('NFKC').replace(/^全?\d+巻セット/, ''));
}
