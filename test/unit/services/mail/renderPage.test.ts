import { expect, it } from 'vitest';
import { renderPage } from '../../../../services/mail/stopping/renderPage.ts';

it('renderPage links from the page behind a mail’s link to the book’s page, whatever its id', () => {
  const page = renderPage({
    language: 'en',
    outcome: 'askBook',
    subjects: { shopName: 'a shop', contact: 'a@shop.example', title: 'a title', standing: null },
    book: { id: 'a/b?c#d', title: 'a title', author: null, publisher: null },
    standing: null,
    actions: [],
  });
  expect(page).toContain('href="/en/books/a%2Fb%3Fc%23d"');
});
