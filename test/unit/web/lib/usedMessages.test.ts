import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import site from '../../../../web/src/lib/messages/ja.json' with { type: 'json' };
import operator from '../../../../web/src/pages/operator/messages/ja.json' with { type: 'json' };

const SOURCE = new URL('../../../../web/src/', import.meta.url).pathname;

/** Messages whose key is a word of the schema, or a state that another file names. */
const CHOSEN_BY_DATA = [
  /^live\.(reconnecting|offline|failed)$/,
  /^systemNotices\.(denied|absent)$/,
  /^role\.[A-Z]+$/,
  /^my\.(comes|onSale|off)$/,
  /^trouble\.(outdated|offline)$/,
  /^memberMails\.[A-Z_]+$/,
  /^suggest\.(books|contributors|series)$/,
  /^why\.[A-Z]+$/,
  /^operator\.executionState\.[A-Z_]+$/,
];

type Messages = { [key: string]: string | Messages };

const keysOf = (messages: Messages, path = ''): string[] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string' ? [path + key] : keysOf(message, `${path}${key}.`),
  );

/** Patterns of the keys that a file may use: each of its strings in each of its groups. */
function askedIn(file: string): RegExp[] {
  const text = readFileSync(SOURCE + file, 'utf8');
  const groups = [...text.matchAll(/useTranslations\((?:'([\w.]+)')?\)/g)].map(([, group]) =>
    group === undefined ? '' : `${group}.`,
  );
  const strings = [...text.matchAll(/'([\w.]+)'|`((?:[\w.]|\$\{[^}]*\})+)`/g)].map(
    ([, plain, pieced]) => plain ?? pieced ?? '',
  );
  return [...new Set(groups)].flatMap((group) =>
    strings.map((string) => {
      const pieces = (group + string).split(/\$\{[^}]*\}/);
      return new RegExp(`^${pieces.join('\\w+').replaceAll('.', '\\.')}$`);
    }),
  );
}

it('every message is used somewhere', () => {
  const asked = globSync('**/*.{ts,tsx}', { cwd: SOURCE }).flatMap(askedIn);
  const isSaid = (key: string) =>
    [...CHOSEN_BY_DATA, ...asked].some((pattern) => pattern.test(key));
  expect(keysOf({ ...site, operator }).filter((key) => !isSaid(key))).toEqual([]);
});
