import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../tools/root.ts';
import { productFiles } from './productSql.ts';

describe('a rule that is expressed in SQL', () => {
  const files = productFiles().filter((file) => file.endsWith('.ts'));
  const writtenIn = (rule: RegExp) =>
    files.filter((file) => rule.test(readFileSync(join(root, file), 'utf8')));

  it.each([
    ['which books a standing subscription covers', /json_contains\(\w+\.roles/, 'db/sql/covers.ts'],
    ['whether a stopped book stays away', /withdrawn_at >= w\./, 'db/sql/isNotStopped.ts'],
    [
      'when a subscription ends',
      /not exists \(\s*select 1 from subscription_reason (\w)\s[^)]*\)\s*and not exists \(\s*select 1 from consent/,
      'db/sql/hasNoReason.ts',
    ],
    ['which books are upcoming', /status in \(\$\{UPCOMING/, 'db/sql/upcoming.ts'],
    ['what a stopped book leaves behind', /insert into consent[^`]*max\(/, 'db/sql/keepAway.ts'],
    ['the name that members see', /coalesce\(shown_c\.name/, 'db/sql/shownTarget.ts'],
  ])('a rule in SQL has one owner: %s', (_rule, text, owner) => {
    expect(writtenIn(text)).toEqual([owner]);
  });

  it('the SQL takes the upcoming statuses from domain/', () => {
    expect(writtenIn(/'UPCOMING'[', ]+UNCONFIRMED'/)).toEqual([]);
  });
});
