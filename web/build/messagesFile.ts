import type { Rolldown } from 'vite';

import type { Language } from '../../domain/language/language.ts';

/** Returns the address of a messages file: of the first list, or of all other pages. */
export function messagesFile(
  bundle: Rolldown.OutputBundle,
  language: Language,
  half: 'first' | 'later' = 'first',
): string {
  const end = `/messages/${language}.json?${half}`;
  const chunk = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(end)),
  );
  if (!chunk) throw new Error(`messages: expected a file of ${end}`);
  return `/${chunk.fileName}`;
}
