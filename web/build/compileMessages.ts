import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

type Messages = { [key: string]: string | Messages };

/** Turns the ICU messages of `messages/*.json` into the compact form that the browser formats. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/messages\/[a-z]+\.json$/ },
      handler: (json) => ({
        code: `export default ${JSON.stringify(compileAll(JSON.parse(json)))};`,
        map: null,
        moduleType: 'js',
      }),
    },
  };
}

function compileAll(messages: Messages): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === 'string' ? compile(message) : compileAll(message),
    ]),
  );
}
