import type { BookEntry } from './entry.ts';
import type { Letter, Section } from './letter.ts';
import type { Link } from './link.ts';

const RULE = '―'.repeat(20);

/** Renders the letter as plain text. */
export function renderText(letter: Letter): string {
  return [
    letter.salutation,
    letter.opening.join('\n'),
    ...letter.sections.flatMap(renderSection),
    [RULE, letter.reason].join('\n'),
    [letter.refusal, renderLink(letter.stopAll), renderLink(letter.manage)].join('\n'),
    letter.sender.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    '',
  ].join('\n\n');
}

function renderSection({ heading, lead, books }: Section): string[] {
  const head = [heading === null ? '' : `【${heading}】`, lead ?? ''].filter((line) => line !== '');
  const entries = books.map(renderBook);
  return head.length === 0 ? entries : [head.join('\n'), ...entries];
}

function renderBook({
  title,
  subtitle,
  note,
  release,
  facts,
  link,
  why,
  stops,
}: BookEntry): string {
  return [
    `■ ${title}`,
    subtitle,
    note,
    release &&
      `${release.name}: ${release.before === null ? '' : `${release.before} → `}${release.now}`,
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    renderLink(link),
    why,
    ...stops.map(renderLink),
  ]
    .filter((line) => line !== null)
    .join('\n  ');
}

const renderLink = ({ text, url }: Link) => `${text}: ${url}`;
