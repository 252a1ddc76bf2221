/** Returns a file's name without its folders. */
export function fileNameOf(key: string): string {
  return key.split('/').at(-1) || key;
}

/** Returns the name without its extension. */
export const baseNameOf = (key: string): string => fileNameOf(key).replace(/\.[^.]+$/, '');
