import { expect, it } from 'vitest';
import { signedGraphql } from '../../../services/lib/api/signedGraphql.ts';
import { publishMutation } from '../../../services/release/publishMutation.ts';
import { clientSettings, openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { anAnnouncedBook, someIsbns, theShop } from '../../support/world.ts';

const shop = theShop();

it('the API takes a signed event as a whole, and names an event that is not in the log', async () => {
  const [isbn = ''] = someIsbns(1);
  const bookId = await anAnnouncedBook(isbn);
  await shop.lists(isbn, '2026-01-01 00:00:00');
  const seq = await eventually('the event in the log', async () => {
    const [event] = await openStackDatabase(testStack()).query<{ seq: number }>(
      "select seq from book_event where book_id = :bookId and kind = 'ON_SALE'",
      { bookId },
    );
    return event === undefined ? null : String(event.seq);
  });

  const publish = signedGraphql(
    { url: new URL(testStack().graphql), region: clientSettings.region },
    async () => clientSettings.credentials,
  );
  const answer = await publish(publishMutation([seq, '999999999']));
  expect(answer.data.e0).toMatchObject({
    seq,
    kind: 'ON_SALE',
    bookId,
    change: null,
    book: {
      id: bookId,
      isbn,
      status: 'ON_SALE',
      contributors: [{ name: '汐見透子', role: 'AUTHOR' }],
      priceWithTax: 1980,
      release: { precision: 'UNKNOWN', text: '未定' },
      productUrl: `${testStack().shop.url}/products/${isbn}`,
    },
  });
  expect(answer.data.e1).toBeNull();
  expect(answer.errors).toMatchObject([{ errorType: 'EventNotFound', path: ['e1'] }]);
});
