import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl/react';
import { expect, it } from 'vitest';
import type { BookCardPartsFragment } from '../../../../web/src/generated/documents.ts';
import ja from '../../../../web/src/lib/messages/ja.json' with { type: 'json' };
import { createMarking } from '../../../../web/src/parts/marking/createMarking.tsx';

const book = {
  title: '雪国の灯',
  volume: '3',
  edition: null,
  subtitle: null,
  publisher: '架空書房',
  contributors: [{ name: '汐見透子', role: 'AUTHOR', roleText: '著', reading: 'シオミトウコ' }],
  titleReading: 'ユキグニノアカリ',
  series: [{ name: '北の物語', number: '3' }],
  isbn: '9784999990054',
} as unknown as BookCardPartsFragment;

const html = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale="ja" messages={ja} timeZone="Asia/Tokyo">
      {node}
    </IntlProvider>,
  );
const marked = (wanted: string, text: string) => html(createMarking(wanted).mark(text));
const foundBy = (wanted: string) =>
  html(createMarking(wanted).foundBy(book)).replace(/<\/?(span|p)[^>]*>/g, '');

it('createMarking marks the searched words as written in the text, however they were typed', () => {
  expect(marked('さーかす', 'サーカスの夜')).toBe('<mark>サーカス</mark>の夜');
  expect(marked('の ユキグニ', 'ﾕｷｸﾞﾆの灯')).toBe('<mark>ﾕｷｸﾞﾆの</mark>灯');
  expect(marked('リング', 'グリーン')).toBe('グリーン');
});

it('createMarking leaves a text without searched words alone', () => {
  expect(marked('★', '雪国の灯')).toBe('雪国の灯');
});

it('createMarking names the fields that matched only if the card does not show them', () => {
  expect(foundBy('雪国')).toBe('');
  expect(foundBy('汐見 雪国')).toBe('');
  expect(foundBy('ゆきぐに')).toBe('よみ <mark>ユキグニ</mark>ノアカリ');
  expect(foundBy('しおみ 雪国')).toBe('よみ <mark>シオミ</mark>トウコ');
  expect(foundBy('北の物語')).toBe('シリーズ <mark>北の物語</mark>');
  expect(foundBy('978-4-99-999005-4')).toBe('ISBN <mark>9784999990054</mark>');
});
