import { expect, it } from 'vitest';
import { preloadsOf } from '../../../../web/build/preloads.ts';

const FILES = ['assets/react-1.js', 'assets/app-2.js', 'assets/beginning-3.js', 'assets/My-4.js'];

it('has the HTML name every script of the first load, so that none waits for another', () => {
  expect(preloadsOf(FILES, 'html')).toEqual(FILES);
});

it('names with a page that is loaded later only what is not there by then', () => {
  expect(preloadsOf(FILES, 'js')).toEqual(['assets/My-4.js']);
});
