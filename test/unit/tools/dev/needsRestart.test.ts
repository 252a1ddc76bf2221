import { expect, it } from 'vitest';
import { needsRestart } from '../../../../tools/dev/needsRestart.ts';

it.each([
  ['change', 'resolvers/Query.book.ts', false],
  ['change', 'resolvers/Query.upcomingBooks.ts', true],
  ['change', 'resolvers/Query.series.ts', true],
  ['change', 'resolvers/functions/search/suggest.ts', false],
  ['add', 'resolvers/functions/search/other.ts', true],
  ['add', 'resolvers/lib/sql/other.ts', false],
  ['unlink', 'resolvers/Query.gone.ts', true],
  ['change', 'schema/schema.graphql', true],
  ['change', 'services/mail/send.lambda.ts', false],
] as const)(
  'needsRestart returns whether the template has changed: %s of %s',
  (event, file, answer) => {
    expect(needsRestart(event, file)).toBe(answer);
  },
);
