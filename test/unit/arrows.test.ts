import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The layers of the web app: each imports only from those below it. */
const WEB_LAYERS = ['app', 'pages', 'parts', 'stage', 'live', 'lib', 'generated'].map(
  (name) => `web/src/${name}`,
);
const belowPages = WEB_LAYERS.slice(2);

/** Which folders the files of a folder may import from, besides its own. Tests and tools may import everything. */
const MAY_IMPORT: Record<string, string[]> = {
  schema: [],
  domain: [],
  db: ['domain'],
  // Also runs in AppSync.
  'db/sql': ['domain'],
  resolvers: ['domain', 'db/sql'],
  'resolvers/functions': ['domain', 'db/sql', 'resolvers/lib', 'resolvers/generated'],
  'resolvers/lib': ['domain', 'db/sql', 'resolvers/generated'],
  'services/lib': ['domain', 'db'],
  'services/ingest': ['domain', 'db', 'services/lib'],
  'services/release': ['domain', 'db', 'services/lib'],
  'services/mail': ['domain', 'db', 'services/lib'],
  'services/auth': ['domain', 'db', 'services/lib'],
  'services/pages': ['domain', 'db', 'services/lib'],
  'services/executions': ['domain', 'services/lib'],
  client: [],
  web: ['domain', 'client'],
  ...Object.fromEntries(
    WEB_LAYERS.map((layer, at) => [layer, ['domain', 'client', ...WEB_LAYERS.slice(at + 1)]]),
  ),
  // No page imports another.
  ...Object.fromEntries(
    foldersIn('web/src/pages').map((page) => [page, ['domain', ...belowPages]]),
  ),
  embed: ['domain', 'client'],
  // Names the files that it deploys and imports none of them.
  infra: [],
  // Reads a cloud assembly and knows nothing of the product, and neither do its tests.
  local: [],
  'local/lib': [],
  'local/services': ['local/lib'],
  'local/console': ['local/lib', 'local/services'],
  'local/stack': ['local/lib', 'local/services'],
  'local/test': ['local'],
  'client/test': ['client'],
};

describe('imports between folders', () => {
  it.each(Object.keys(MAY_IMPORT))('imports of %s point one way', (folder) => {
    const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])];
    const crossing = sources(join(ROOT, folder)).flatMap((file) =>
      imports(file)
        .map((path) => relative(ROOT, path))
        .filter((target) => !allowed.some((name) => target.startsWith(`${name}${sep}`)))
        .map((target) => `${relative(ROOT, file)} imports ${target}`),
    );
    expect(crossing).toEqual([]);
  });

  it('import rules cover every folder of web/src', () => {
    expect(foldersIn('web/src').toSorted()).toEqual(WEB_LAYERS.toSorted());
  });

  it('domain/ imports no package, so that it runs anywhere', () => {
    const packages = sources(join(ROOT, 'domain')).flatMap((file) =>
      importedNames(file)
        .filter((name) => !name.startsWith('.'))
        .map((name) => `${relative(ROOT, file)} imports ${name}`),
    );
    expect(packages).toEqual([]);
  });

  it('import rules cover every folder of services/', () => {
    const folders = readdirSync(join(ROOT, 'services'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `services/${name}`);
    expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });
});

/** Folders whose own folders must not import each other both ways. */
const DIVIDED = [
  'db',
  'domain',
  'resolvers/lib',
  'resolvers/functions',
  'infra/constructs',
  'services',
  ...foldersIn('services'),
  ...foldersBelow('web'),
  ...foldersBelow('local'),
];

describe('imports between sibling folders', () => {
  it.each(DIVIDED)('folders in %s do not import each other', (folder) => {
    expect(mutualImports(join(ROOT, folder))).toEqual([]);
  });
});

describe('import cycles', () => {
  it('files do not import each other in a circle, not even for types', () => {
    const code = [
      ...Object.keys(MAY_IMPORT).filter((name) => !name.includes('/')),
      'services',
      'tools',
    ];
    const circles = importCircles(code.flatMap((folder) => sources(join(ROOT, folder))));
    expect(circles.map((files) => files.map((file) => relative(ROOT, file)))).toEqual([]);
  });
});

describe('product code', () => {
  it('product code does not mention the local stack', () => {
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

const importsByFile = new Map<string, string[]>();

/** The files that a file imports by a relative path, for values or for types. */
function imports(file: string): string[] {
  const known = importsByFile.get(file);
  if (known) return known;
  const found = importedNames(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(dirname(file), name));
  importsByFile.set(file, found);
  return found;
}

function importedNames(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}

function foldersBelow(folder: string): string[] {
  const own = foldersIn(folder).filter((name) => !/\/(node_modules|dist)$/.test(name));
  return [folder, ...own.flatMap(foldersBelow)];
}

/**
 * The pairs of folders directly below `root` that import each other, as `a <-> b`. The files of
 * `root` itself count as the folder `.`; its entry points do not count, since they wire everything.
 */
function mutualImports(root: string): string[] {
  const folderOf = (file: string) => {
    const [first = '', ...rest] = relative(root, file).split(sep);
    return rest.length === 0 ? '.' : first;
  };
  const arrows = new Set(
    sources(root)
      .filter((file) => !/\.(lambda|container)\.ts$/.test(file))
      .flatMap((file) => imports(file).map((target) => `${folderOf(file)} ${folderOf(target)}`)),
  );
  return [...arrows].flatMap((arrow) => {
    const [from = '', to = ''] = arrow.split(' ');
    return from < to && arrows.has(`${to} ${from}`) ? [`${from} <-> ${to}`] : [];
  });
}

/** The sets of files of which each imports every other, over however many steps (Tarjan's algorithm). */
function importCircles(files: string[]): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const path: string[] = [];
  /** Returns the earliest file on the path that `file` reaches. */
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    path.push(file);
    let earliest = own;
    for (const target of imports(file)) {
      if (!known.has(target)) continue;
      const seen = order.get(target);
      if (seen === undefined) earliest = Math.min(earliest, visit(target));
      else if (path.includes(target)) earliest = Math.min(earliest, seen);
    }
    if (earliest === own) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return earliest;
  };
  const known = new Set(files);
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}
