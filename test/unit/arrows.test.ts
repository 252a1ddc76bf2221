import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Which top-level folders the files of a folder may import from, beside their own. */
const MAY_KNOW: Record<string, string[]> = {
  schema: [],
  // How text is folded, and no more.
  db: ['schema'],
  // How our own functions ask the API, signed.
  api: [],
  // The words that a consent is recorded by.
  resolvers: ['schema'],
  // How texts are compared is one thing for books and for who looks for them.
  ingest: ['db', 'schema'],
  release: ['db', 'api'],
  mail: ['db'],
  auth: ['db', 'api'],
  client: ['schema'],
  // The live link and its catch-up live once, in the client.
  web: ['schema', 'client'],
  // The app's words and its data for machines, in the page itself.
  pages: ['db', 'web'],
  // What runs in the shop's own pages.
  embed: ['client'],
  // It names the files that it deploys, and imports none of them.
  infra: [],
  // It reads the cloud assembly.
  local: [],
};

describe('dependencies point one way', () => {
  it.each(Object.keys(MAY_KNOW))('from %s', (folder) => {
    const allowed = [folder, ...(MAY_KNOW[folder] ?? [])];
    const crossing = sources(join(ROOT, folder)).flatMap((file) =>
      imports(file)
        .map((path) => relative(ROOT, resolve(dirname(file), path)))
        .filter((target) => !allowed.includes(target.split(sep)[0] ?? ''))
        .map((target) => `${relative(ROOT, file)} imports ${target}`),
    );
    expect(crossing).toEqual([]);
  });

  it('and no product folder speaks of the local stack', () => {
    const product = [
      'schema',
      'db',
      'api',
      'resolvers',
      'ingest',
      'release',
      'mail',
      'auth',
      'pages',
      'infra',
    ];
    const speaking = product
      .flatMap((folder) => sources(join(ROOT, folder)))
      .filter((file) => /AWS_ENDPOINT_URL|127\.0\.0\.1|localhost/.test(readFileSync(file, 'utf8')));
    expect(speaking.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist)$/.test(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The relative imports of a file, of types too. */
function imports(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'));
}
