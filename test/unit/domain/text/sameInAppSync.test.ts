import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldText } from '../../../../domain/text/foldText.ts';
import { foldWords } from '../../../../domain/text/foldWords.ts';
import { bundleResolver } from '../../../../infra/resolvers/bundleResolver.ts';
import { type Code, Sandbox } from '../../../../local/services/appsync/code/sandbox.ts';
import { startInvocation } from '../../../../local/services/appsync/utils/invocation.ts';
import { INVENTED_WEEK, REAL_WEEKS, trcRows } from '../../../support/trcWeeks.ts';

const FOLDING = join(import.meta.dirname, '../../../../domain/text');

let folder: string;
let code: Code;
let size: number;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shinkan-folding-'));
  const file = join(folder, 'Query.fold.ts');
  writeFileSync(
    file,
    `import { util } from '@aws-appsync/utils';
import { foldText } from '${FOLDING}/foldText.ts';
import { foldWords } from '${FOLDING}/foldWords.ts';
export function request(ctx) {
  const texts = ctx.args.texts.map((text) => util.str.normalize(text, 'nfkc'));
  return texts.map((text) => ({ text: foldText(text), words: foldWords(text) }));
}
export function response(ctx) { return ctx.result; }`,
  );
  const bundled = bundleResolver(file);
  size = bundled.length;
  code = new Sandbox().load(bundled, 'Query.fold.js');
});
afterAll(() => rmSync(folder, { recursive: true }));

const inAppSync = (texts: string[]) =>
  code.run(
    'request',
    { arguments: { texts } },
    startInvocation({ authType: 'API Key Authorization', log: () => {} }),
  ).result;
const here = (texts: string[]) =>
  texts
    .map((text) => text.normalize('NFKC'))
    .map((text) => ({ text: foldText(text), words: foldWords(text) }));

it('the folding leaves a resolver enough of AppSync’s code limit', () => {
  expect(size).toBeLessThan(20_000);
});

it('the folding returns the same for any text in AppSync as here', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom(
      ...'ーｰ-−〜・ヴァィｶﾞゞ々ヶ月第三巻上vol.ⅢXⅠ０１２,① 　ßéＡｚ髙齊\u{20bb7}\u3099\udc00'.split(
        '',
      ),
    ),
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''));
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 50 }), (some) => {
      expect(inAppSync(some)).toEqual(here(some));
    }),
    { numRuns: 100 },
  );
});

it.for([
  { of: 'an invented week', weeks: [INVENTED_WEEK], every: 1 },
  { of: 'the real weeks', weeks: REAL_WEEKS, every: 8 },
])(
  'the folding returns the same for the titles of $of in AppSync as here',
  ({ weeks, every }, context) => {
    const rows = trcRows(weeks, context);
    const titles = rows.filter((_, index) => index % every === 0).map(({ title }) => title);
    expect(titles).not.toEqual([]);
    for (let at = 0; at < titles.length; at += 100) {
      const some = titles.slice(at, at + 100);
      expect(inAppSync(some)).toEqual(here(some));
    }
  },
);
