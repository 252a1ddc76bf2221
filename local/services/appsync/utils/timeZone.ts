/**
 * The offset of local time from UTC in milliseconds, for an IANA name, an offset such as `+09:00`,
 * or `Z`. Throws for any other name.
 */
export function offsetAt(milliseconds: number, timezone: string): number {
  if (timezone === 'UTC' || timezone === 'Z') return 0;
  if (/^[+-]\d{2}(?::?\d{2})?$/.test(timezone)) return parseOffset(timezone);
  const name = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
    .formatToParts(milliseconds)
    .find((part) => part.type === 'timeZoneName')?.value;
  return parseOffset((name ?? '').replace('GMT', '') || 'Z');
}

/** `+0900`, `+09:00`, `+09` or `Z` in milliseconds. */
export function parseOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3, 6).replace(':', '') || 0);
  return (text.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** Formats an offset for the pattern letters O, X, x and Z. */
export function formatOffset(offset: number, letter: string, width: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  const hour = two(Math.floor(minutes / 60));
  const rest = two(minutes % 60);
  if (letter === 'O' || (letter === 'Z' && width === 4)) {
    if (offset === 0) return 'GMT';
    const isLong = width === 4;
    const short = minutes % 60 === 0 ? '' : `:${rest}`;
    return `GMT${sign}${isLong ? `${hour}:${rest}` : `${Number(hour)}${short}`}`;
  }
  if (offset === 0 && (letter === 'X' || (letter === 'Z' && width === 5))) return 'Z';
  if (width === 1 && letter !== 'Z' && minutes % 60 === 0) return sign + hour;
  const colon = width === 5 || (width === 3 && letter !== 'Z') ? ':' : '';
  return sign + hour + colon + rest;
}

const two = (value: number): string => String(value).padStart(2, '0');
