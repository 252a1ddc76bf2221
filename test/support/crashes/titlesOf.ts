/** The titles `BOOK-A`, `BOOK-B` in the text of a mail, as `A` and `B`. */
export function titlesOf(raw: Uint8Array): string[] {
  const [, part = ''] = Buffer.from(raw)
    .toString('latin1')
    .split(/Content-Type: text\/plain[^\n]*\n/i);
  const [headers = '', body = ''] = part.split('\r\n\r\n');
  const text = /base64/i.test(headers)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body.replaceAll('=\r\n', '');
  return ['A', 'B'].filter((name) => text.includes(`BOOK-${name}`));
}
