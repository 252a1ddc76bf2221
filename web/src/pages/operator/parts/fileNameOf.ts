/** What a file is called, without the folders that it lies in. */
export function fileNameOf(key: string): string {
  return key.split('/').at(-1) || key;
}

/** The same without what follows its last dot. */
export const baseNameOf = (key: string): string => fileNameOf(key).replace(/\.[^.]+$/, '');
