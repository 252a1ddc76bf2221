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

describe('addressIn', () => {
  it.each([
    ['/', 'en', '/en'],
    ['/books/isbn-1?a=b', 'en', '/en/books/isbn-1?a=b'],
    ['/en', 'ja', '/'],
    ['/en/my', 'ja', '/my'],
    ['/en/my', 'en', '/en/my'],
  ] as const)('the address of %s in %s is %s', (path, language, expected) => {
    expect(addressIn(language, at(path))).toBe(expected);
  });

  it('languageOfPath takes only /en for English', () => {
    expect(['/', '/en', '/en/my', '/english'].map(languageOfPath)).toEqual([
      'ja',
      'en',
      'en',
      'ja',
    ]);
  });
});

describe('the sign-in address', () => {
  const searchOf = (address: string) => new URL(address, 'https://shinkan.example').searchParams;

  it('the sign-in address returns to the previous page', () => {
    const address = signInAddress({ pathname: '/', search: '?text=海', hash: '' });
    expect(returnAddress(searchOf(address))).toBe('/?text=海');
  });

  it('the sign-in address leads on to the page of the request', () => {
    const book = { id: 'isbn-1', title: '', volume: null };
    expect(returnAddress(searchOf(signInToAsk(book)))).toBe('/books/isbn-1');
    const series = { kind: 'SERIES', id: 's-1', name: '', choice: 'works' } as const;
    expect(returnAddress(searchOf(signInToAsk(series)))).toBe('/series/s-1');
    const author = { ...series, kind: 'CONTRIBUTOR', id: 'c-1' } as const;
    expect(returnAddress(searchOf(signInToAsk(author)))).toBe('/contributors/c-1');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', ''])(
    'returnAddress never leaves the site for %s',
    (to) => expect(returnAddress(new URLSearchParams({ to }))).toBe('/'),
  );
});

describe('searchAddress', () => {
  it.each([
    ['海', '', '/?text=%E6%B5%B7'],
    ['海', '?publisher=a&text=b', '/?publisher=a&text=%E6%B5%B7'],
    ['', '?publisher=a&text=b', '/?publisher=a'],
    ['', '?text=b', '/'],
  ])('the search for "%s" on a list of "%s" is at %s', (text, list, expected) => {
    expect(searchAddress(text, list)).toBe(expected);
  });
});
