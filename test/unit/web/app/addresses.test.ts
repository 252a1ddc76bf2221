import { describe, expect, it } from 'vitest';
import { languageOfPath } from '../../../../domain/language/sitePath.ts';
import { searchAddress } from '../../../../web/src/app/search/searchAddress.ts';
import { addressIn } from '../../../../web/src/lib/messages/language.ts';
import {
  returnAddress,
  signInAddress,
  signInToAsk,
} from '../../../../web/src/parts/sign-in/signInAddress.ts';

const at = (path: string) => new URL(path, 'https://shinkan.example') as unknown as Location;

describe('the address of a language', () => {
  it.each([
    ['/', 'en', '/en'],
    ['/books/isbn-1?a=b', 'en', '/en/books/isbn-1?a=b'],
    ['/en', 'ja', '/'],
    ['/en/my', 'ja', '/my'],
    ['/en/my', 'en', '/en/my'],
  ] as const)('%s in %s is %s', (path, language, expected) => {
    expect(addressIn(language, at(path))).toBe(expected);
  });

  it('takes only /en for English', () => {
    expect(['/', '/en', '/en/my', '/english'].map(languageOfPath)).toEqual([
      'ja',
      'en',
      'en',
      'ja',
    ]);
  });
});

describe('signing in', () => {
  const searchOf = (address: string) => new URL(address, 'https://shinkan.example').searchParams;

  it('returns to where one was', () => {
    const address = signInAddress({ pathname: '/', search: '?text=海', hash: '' });
    expect(returnAddress(searchOf(address))).toBe('/?text=海');
  });

  it('leads on to what one wants to be told of', () => {
    const book = { id: 'isbn-1', title: '', volume: null };
    expect(returnAddress(searchOf(signInToAsk(book)))).toBe('/books/isbn-1');
    const series = { kind: 'SERIES', id: 's-1', name: '', choice: 'works' } as const;
    expect(returnAddress(searchOf(signInToAsk(series)))).toBe('/series/s-1');
    const author = { ...series, kind: 'CONTRIBUTOR', id: 'c-1' } as const;
    expect(returnAddress(searchOf(signInToAsk(author)))).toBe('/contributors/c-1');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', ''])(
    'never leaves the site for %s',
    (to) => expect(returnAddress(new URLSearchParams({ to }))).toBe('/'),
  );
});

describe('a search', () => {
  it.each([
    ['海', '', '/?text=%E6%B5%B7'],
    ['海', '?publisher=a&text=b', '/?publisher=a&text=%E6%B5%B7'],
    ['', '?publisher=a&text=b', '/?publisher=a'],
    ['', '?text=b', '/'],
  ])('for "%s" on a list of "%s" is at %s', (text, list, expected) => {
    expect(searchAddress(text, list)).toBe(expected);
  });
});
