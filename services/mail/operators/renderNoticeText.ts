import type { NoticePart } from './writeNotice.ts';

const RULE = '―'.repeat(20);

/** Renders the notice as plain text. */
export function renderNoticeText(parts: NoticePart[]): string {
  return `${parts.map(partAsText).join(`\n\n${RULE}\n\n`)}\n`;
}

function partAsText(part: NoticePart): string {
  const preview = part.preview
    ? [
        `■ ${part.preview.title}`,
        ...part.preview.lines.flatMap(({ text, examples }) => [
          `  ${text}`,
          ...examples.map((example) => `    ・${example}`),
        ]),
      ].join('\n')
    : null;
  const todo = [
    `■ ${part.todoTitle}`,
    ...part.todo.flatMap(({ what, ways }) => [
      `  ${what}`,
      ...ways.flatMap(({ where, command }) => [`    [${where}]`, `    ${command}`]),
    ]),
  ].join('\n');
  return [
    `${part.opening}\n${part.meaning}`,
    part.facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    ...(preview === null ? [] : [preview]),
    todo,
    part.closing.join('\n'),
  ].join('\n\n');
}
