import type { Rolldown } from 'vite';

export type Language = 'ja' | 'en';

/** The address of the file with the words of the first list. */
export function messagesFile(bundle: Rolldown.OutputBundle, language: Language): string {
  const end = `/messages/${language}.json?first`;
  const chunk = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(end)),
  );
  if (!chunk) throw new Error(`messages: expected a file of ${end}`);
  return `/${chunk.fileName}`;
}
