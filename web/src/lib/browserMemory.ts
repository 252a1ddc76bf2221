/**
 * Storage for this site, permanent or per tab. A browser may deny access to it; then nothing is
 * remembered, and everything else works as usual.
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
    /** Returns the keys with this prefix. */
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
    console.info('No browser storage available.', error);
    return null;
  }
}

export const lasting = memory(() => localStorage);
export const ofThisTab = memory(() => sessionStorage);
