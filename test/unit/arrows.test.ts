import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Which folders the files of a folder may import from, besides its own. Tests and tools may import everything. */
const MAY_IMPORT: Record<string, string[]> = {
  schema: [],
  domain: [],
  db: ['domain'],
  // Also runs in AppSync.
  'db/sql': ['domain'],
  resolvers: ['domain', 'db/sql'],
  'services/lib': ['domain', 'db'],
  'services/ingest': ['domain', 'db', 'services/lib'],
  'services/release': ['domain', 'db', 'services/lib'],
  'services/mail': ['domain', 'db', 'services/lib'],
  'services/auth': ['domain', 'db', 'services/lib'],
  // The page for crawlers is worded and dated as the app words it.
  'services/pages': ['domain', 'db', 'services/lib', 'web'],
  'services/executions': ['domain', 'services/lib'],
  client: [],
  web: ['domain', 'client'],
  embed: ['domain', 'client'],
  // Names the files that it deploys and imports none of them.
  infra: [],
  // Reads a cloud assembly and knows nothing of the product.
  local: [],
};

describe('imports between folders', () => {
  it.each(Object.keys(MAY_IMPORT))('of %s point one way', (folder) => {
    const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])];
    const crossing = sources(join(ROOT, folder)).flatMap((file) =>
      imports(file)
        .map((path) => relative(ROOT, resolve(dirname(file), path)))
        .filter((target) => !allowed.some((name) => target.startsWith(`${name}${sep}`)))
        .map((target) => `${relative(ROOT, file)} imports ${target}`),
    );
    expect(crossing).toEqual([]);
  });

  it('cover every folder of services/', () => {
    const folders = readdirSync(join(ROOT, 'services'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `services/${name}`);
    expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });
});

describe('product code', () => {
  it('does not mention the local stack', () => {
    const product = ['schema', 'domain', 'db', 'resolvers', 'services', 'infra'];
    const mentioning = product
      .flatMap((folder) => sources(join(ROOT, folder)))
      .filter((file) => /AWS_ENDPOINT_URL|127\.0\.0\.1|localhost/.test(readFileSync(file, 'utf8')));
    expect(mentioning.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

/** The TypeScript files below a folder; the tests of a workspace are not its sources. */
function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return /^(node_modules|dist|test)$/.test(entry.name) ? [] : sources(path);
    }
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The relative imports of a file, imports of types included. */
function imports(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'));
}
