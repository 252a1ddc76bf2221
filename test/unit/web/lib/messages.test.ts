import compile from 'icu-minify/compile';
import { expect, it } from 'vitest';
import siteEn from '../../../../web/src/lib/messages/en.json' with { type: 'json' };
import siteJa from '../../../../web/src/lib/messages/ja.json' with { type: 'json' };
import operatorEn from '../../../../web/src/pages/operator/messages/en.json' with { type: 'json' };
import operatorJa from '../../../../web/src/pages/operator/messages/ja.json' with { type: 'json' };

// What the operator's pages see: their messages are loaded separately from the site's.
const en = { ...siteEn, operator: operatorEn };
const ja = { ...siteJa, operator: operatorJa };

type Messages = { [key: string]: string | Messages };

function flatten(messages: Messages, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[`${path}${key}`, message] satisfies [string, string]]
      : flatten(message, `${path}${key}.`),
  );
}

const slots = (message: string) =>
  [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort();

it('the English messages have the same keys as the Japanese ones', () => {
  expect(flatten(en).map(([key]) => key)).toEqual(flatten(ja).map(([key]) => key));
});

it('the messages have the same placeholders in both languages', () => {
  const english = new Map(flatten(en));
  for (const [key, message] of flatten(ja)) {
    expect([...new Set(slots(english.get(key) ?? ''))], key).toEqual([...new Set(slots(message))]);
  }
});

it('every message compiles', () => {
  for (const [key, message] of [...flatten(ja), ...flatten(en)]) {
    expect(() => compile(message), key).not.toThrow();
  }
});
