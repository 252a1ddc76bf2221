import type { BookEntry, Letter } from './letter.ts';

/** The letter as plain text. */
export function renderText(letter: Letter): string {
  return [
    letter.salutation,
    letter.opening.join('\n'),
    ...letter.books.map(renderBook),
    [RULE, letter.reason, `${letter.manage.text}: ${letter.manage.url}`, letter.shopName].join(
      '\n',
    ),
  ].join('\n\n');
}

const RULE = '―'.repeat(20);

function renderBook({ title, subtitle, facts, link }: BookEntry): string {
  return [
    `■ ${title}`,
    ...(subtitle === null ? [] : [`  ${subtitle}`]),
    ...facts.map(({ name, value }) => `  ${name}: ${value}`),
    `  ${link.text}: ${link.url}`,
  ].join('\n');
}
