import { describe, expect, it } from 'vitest';
import { productFiles } from './productSql.ts';
import { sqlPartsIn } from './sqlParts.ts';

/**
 * Reviewed by people: each piece that is interpolated into a statement is a constant of ours, a
 * list of columns, or the name of a parameter. Values from a caller, a file or the shop are bound.
 * After a review, `vitest run --project unit test/unit/sql -u` rewrites the list.
 */
const REVIEWED = './sqlParts.txt';

describe('bar 11 injection: the text of statements', () => {
  const parts = productFiles()
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...new Set(sqlPartsIn(file))]);

  it('the test finds the text of statements', () => expect(parts.length).toBeGreaterThan(50));

  it('the text of statements contains exactly the reviewed parts', async () => {
    await expect(`${parts.sort().join('\n')}\n`).toMatchFileSnapshot(REVIEWED);
  });

  it('the text of statements contains nothing from a request', () => {
    const foreign = parts.filter((part) =>
      /\b(?:args|arguments|claims|headers|body|request|event|row|login|password)\b(?!\()/.test(
        part.slice(part.indexOf(': ')),
      ),
    );
    expect(foreign).toEqual([]);
  });

  const hole = (name: string) => `\${${name}}`;

  it.each([
    [
      'a template',
      `const s = \`select a from b where id = ${hole('ctx.args.id')}\`;`,
      ['ctx.args.id'],
    ],
    ['a join', "const s = 'select a from b where id = ' + id;", ['id']],
    ['a growing text', `where += ' and a = ' + x; where += \` and b = ${hole('y')}\`;`, ['x', 'y']],
    [
      'nothing of what is bound, and of other words',
      `const s = sql\`select a from b where id = ${hole('id')}\`; log(\`a book of ${hole('x')}\`);`,
      [],
    ],
  ])('the test would report: %s', (_, content, found) => {
    const seen = sqlPartsIn('x.ts', content).map((part) => part.slice('x.ts: '.length));
    expect(seen.sort()).toEqual([...found].sort());
  });
});
