/**
 * What a browser remembers for this site, for good or for one tab. A browser may close its storage
 * to a page: then nothing is remembered, and nothing else changes.
 */
function memory(storage: () => Storage) {
  return {
    recall: (key: string): string | null => attempt(() => storage().getItem(`shinkan.${key}`)),
    keep: (key: string, value: string): void => {
      attempt(() => storage().setItem(`shinkan.${key}`, value));
    },
    forget: (key: string): void => {
      attempt(() => storage().removeItem(`shinkan.${key}`));
    },
    /** What is remembered under keys that begin so. */
    keysOf: (beginning: string): string[] =>
      attempt(() => Object.keys(storage()))
        ?.filter((key) => key.startsWith(`shinkan.${beginning}`))
        .map((key) => key.slice('shinkan.'.length)) ?? [],
  };
}

function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch (error) {
    console.info('This browser keeps nothing for this site.', error);
    return null;
  }
}

export const lasting = memory(() => localStorage);
export const ofThisTab = memory(() => sessionStorage);
