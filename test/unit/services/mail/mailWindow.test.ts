import { expect, test } from 'vitest';
import { nextOpening, readMailWindow } from '../../../../services/mail/news/mailWindow.ts';

const opening = (window: string, now: string) =>
  nextOpening(readMailWindow({ MAIL_WINDOW: window }), new Date(now))?.toISOString() ?? 'now';

test.each([
  ['before it opens', '2026-11-26T07:59:59.999+09:00', '2026-11-25T23:00:00.000Z'],
  ['as it opens', '2026-11-26T08:00:00+09:00', 'now'],
  ['while it is open', '2026-11-26T09:59:59+09:00', 'now'],
  ['as it closes', '2026-11-26T10:00:00+09:00', '2026-11-26T23:00:00.000Z'],
  [
    'at night, when it is yesterday in Greenwich',
    '2026-11-26T00:30:00+09:00',
    '2026-11-25T23:00:00.000Z',
  ],
  ['on the last day of a year', '2026-12-31T23:59:00+09:00', '2026-12-31T23:00:00.000Z'],
])('nextOpening returns the beginning of the morning: %s', (_, now, expected) => {
  expect(opening('08:00-10:00', now)).toBe(expected);
});

test.each([
  ['before midnight', '2026-11-26T22:30:00+09:00', 'now'],
  ['as it opens', '2026-11-26T22:00:00+09:00', 'now'],
  ['after midnight', '2026-11-26T01:59:59+09:00', 'now'],
  ['as it closes', '2026-11-26T02:00:00+09:00', '2026-11-26T13:00:00.000Z'],
  ['by day', '2026-11-26T12:00:00+09:00', '2026-11-26T13:00:00.000Z'],
])('nextOpening handles a window that spans midnight: %s', (_, now, expected) => {
  expect(opening('22:00-02:00', now)).toBe(expected);
});

test('a window whose end equals its beginning is always open', () => {
  expect(opening('08:00-08:00', '2026-11-26T03:00:00+09:00')).toBe('now');
});

test.each(['', '8:00-10:00', '08:00', '24:00-25:00', '08:00-10:60'])(
  'readMailWindow refuses %j',
  (window) => {
    expect(() => readMailWindow({ MAIL_WINDOW: window })).toThrow('08:00-10:00');
  },
);

test('readMailWindow names a missing variable', () => {
  expect(() => readMailWindow({})).toThrow('MAIL_WINDOW');
});
