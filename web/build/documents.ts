import { readFile } from 'node:fs/promises';
import { InMemoryCache } from '@apollo/client';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']([^"']*\/generated\/documents\.ts)["'];?/g;

/**
 * Lets each part of the app ship only the documents that it uses: each becomes a module of its own.
 * `documents.ts?early=NAME` is the text of one, as Apollo would send it, with the event log's
 * cursor queried along with it.
 */
export function documents(): Plugin {
  return {
    name: 'documents',
    transform: {
      order: 'post',
      filter: { id: /\/web\/src\//, code: /generated\/documents\.ts["']/ },
      handler: (code) => ({
        code: code.replace(IMPORT, (_, names: string, path: string) => importEach(names, path)),
        map: null,
      }),
    },
    load: {
      filter: { id: /\/generated\/documents\.ts\?(only|early)=\w+$/ },
      async handler(id) {
        const [path = '', question = ''] = id.split('?');
        const [kind, name = ''] = question.split('=');
        const json = find(await readFile(path, 'utf8'), name);
        const code =
          kind === 'only'
            ? `export const ${name} = ${json};`
            : `export default ${JSON.stringify(textOf(JSON.parse(json)))};`;
        return { code, map: null, moduleType: 'js' };
      },
    },
  };
}

function importEach(names: string, path: string): string {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => `import { ${name} } from "${path}?only=${name.split(/\s/)[0]}";`)
    .join('\n');
}

function find(file: string, name: string): string {
  const json = new RegExp(`^export const ${name} = (\\{.*\\}) as unknown as `, 'm').exec(file)?.[1];
  if (json === undefined) throw new Error(`documents.ts: expected a document ${name}`);
  return json;
}

/** Apollo queries the type of every object, as a cache key. */
function textOf(document: DocumentNode): string {
  const asSent = new InMemoryCache().transformDocument(document);
  return stripIgnoredCharacters(print(visit(asSent, { OperationDefinition: addCursor })));
}

function addCursor(operation: OperationDefinitionNode): OperationDefinitionNode {
  const cursor: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: 'latestBookEventCursor' },
  };
  const selections = [cursor, ...operation.selectionSet.selections];
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}
