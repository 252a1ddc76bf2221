import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';
import { weighFirstLoad } from './weighFirstLoad.ts';

type Messages = { [key: string]: string | Messages };

/**
 * Namespaces that the first list does not need. A namespace missing here is loaded with the list.
 */
const LATER = new Set([
  'calendar',
  'catalogue',
  'history',
  'mail',
  'memberMails',
  'my',
  'notFound',
  'notice',
  'sessions',
  'signIn',
  'standing',
  'suggest',
  'systemNotices',
  'why',
]);

/**
 * Compiles the ICU messages of each `messages/*.json` into the compact form that the browser
 * formats, in two halves on request: `?first` for the list of upcoming books, `?later` for all
 * other pages.
 */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    transform: {
      filter: { id: /\/messages\/[a-z]+\.json(\?(first|later))?$/ },
      handler(json, id) {
        const [, half] = id.split('?');
        const messages = Object.entries(JSON.parse(json) as Messages).filter(
          ([namespace]) => half === undefined || LATER.has(namespace) === (half === 'later'),
        );
        const compiled = compileAll(Object.fromEntries(messages));
        return { code: `export default ${JSON.stringify(compiled)};`, map: null, moduleType: 'js' };
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const id of weighFirstLoad(bundle).chunks.flatMap(({ moduleIds }) => moduleIds)) {
          const code = this.getModuleInfo(id)?.code ?? '';
          for (const [, wanted = ''] of code.matchAll(/useTranslations\)?\(["'`](\w+)/g)) {
            if (!LATER.has(wanted)) continue;
            this.error(`${id} is part of the first load, but the messages "${wanted}" are not.`);
          }
        }
      },
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
