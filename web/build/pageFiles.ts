import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

const WORDS = '/messages/ja.json?later';
const REST = ['/start/makeTools.ts', '/stage/withApollo.tsx', WORDS];

/** The modules of a page beyond the first load, by the first part of its address. */
const PAGES: { [page: string]: string[] } = {
  books: ['/pages/book/BookPage.tsx'],
  calendar: ['/pages/calendar/CalendarPage.tsx', '/pages/calendar/dates/holidays.ts', WORDS],
  contributors: ['/pages/catalogue/CataloguePage.tsx', ...REST],
  series: ['/pages/catalogue/CataloguePage.tsx', ...REST],
  my: ['/pages/my/MyPage.tsx', ...REST],
  'sign-in': ['/pages/sign-in/SignInPage.tsx', WORDS],
};

const THEME = '<script src="/theme.js">';

/**
 * Names the files of each page in the HTML, so that `theme.js` can load those of the current
 * address in parallel with the app.
 */
export function pageFiles(): Plugin {
  return {
    name: 'page-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        if (path !== '/index.html') return html;
        if (!html.includes(THEME)) throw new Error(`index.html: expected ${THEME}`);
        const all = Object.entries(PAGES).map(([page, modules]) => {
          const files = filesOf(bundle, modules).filter((file) => !html.includes(file));
          return `<meta name="files" data-page="${page}" content="${files.join(' ')}" />\n    `;
        });
        return html.replace(THEME, () => all.join('') + THEME);
      },
    },
  };
}

function filesOf(bundle: Bundle, modules: string[]): string[] {
  const chunks = new Set(modules.map((module) => chunkOf(bundle, module)));
  const files = new Set<string>();
  for (const chunk of chunks) {
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') chunks.add(imported);
    }
    files.add(`/${chunk.fileName}`);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(`/${sheet}`);
  }
  return [...files];
}

function chunkOf(bundle: Bundle, module: string): Chunk {
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module))) return file;
  }
  throw new Error(`page-files: expected a file with ${module}`);
}
