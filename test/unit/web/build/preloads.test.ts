import { expect, it } from 'vitest';
import { preloadsOf } from '../../../../web/build/preloads.ts';

const FILES = ['assets/react-1.js', 'assets/app-2.js', 'assets/beginning-3.js', 'assets/My-4.js'];

it('preloadsOf names every script of the first load in the HTML, so that none waits for another', () => {
  expect(preloadsOf(FILES, 'html')).toEqual(FILES);
});

it('preloadsOf names for a later page only the files not loaded by then', () => {
  expect(preloadsOf(FILES, 'js')).toEqual(['assets/My-4.js']);
});
