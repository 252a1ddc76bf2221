import type { Linter } from 'eslint';

type Program = ReturnType<Linter['getSourceCode']>['ast'];

interface Edit {
  range: [number, number];
  text: string;
}

/**
 * The source of a function that runs a module and returns its exports, so that each call of a
 * resolver starts from a fresh module. Imports become constants, each turn of a loop calls `$tick`,
 * and line numbers are preserved.
 */
export function toFactory(code: string, program: Program): { source: string; names: string[] } {
  const edits: Edit[] = [];
  const exported = new Map<string, string>();
  for (const node of program.body) {
    const range = node.range as [number, number];
    if (node.type === 'ImportDeclaration') {
      edits.push({ range, text: writeImport(code, node) });
    } else if (node.type === 'ExportNamedDeclaration' && node.declaration) {
      const start = node.declaration.range?.[0] ?? range[0];
      edits.push({ range: [range[0], start], text: ' '.repeat(start - range[0]) });
      for (const name of declaredNames(node.declaration)) exported.set(name, name);
    } else if (node.type === 'ExportNamedDeclaration') {
      edits.push({ range, text: code.slice(...range).replace(/[^\n]/g, ' ') });
      for (const { local, exported: as } of node.specifiers)
        exported.set(nameOf(as), nameOf(local));
    }
  }
  edits.push(...guardLoops(program as unknown as Node));
  let body = code;
  for (const { range, text } of edits.sort((a, b) => b.range[0] - a.range[0])) {
    body = body.slice(0, range[0]) + text + body.slice(range[1]);
  }
  const names = [...exported].map(([as, local]) => `${JSON.stringify(as)}: ${local}`);
  return {
    source: `(function ($import, $tick) { 'use strict'; ${body}\nreturn { ${names.join(', ')} }; })`,
    names: [...exported.keys()],
  };
}

interface Node {
  type: string;
  range: [number, number];
  body?: Node;
}

/**
 * A list that grows while `for … of` iterates over it is the only endless loop: AppSync has no
 * other loops and no recursion. A timeout of node:vm would cost a thread for every handler call.
 */
function guardLoops(node: Node): Edit[] {
  const edits: Edit[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent' || typeof value !== 'object' || value === null) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') edits.push(...guardLoops(child as Node));
    }
  }
  if (node.type !== 'ForOfStatement' || !node.body) return edits;
  const [start, end] = node.body.range;
  if (node.body.type === 'BlockStatement') {
    return [...edits, { range: [start + 1, start + 1], text: ' $tick();' }];
  }
  return [
    ...edits,
    { range: [start, start], text: '{ $tick(); ' },
    { range: [end, end], text: ' }' },
  ];
}

type Body = Program['body'][number];
type Import = Extract<Body, { type: 'ImportDeclaration' }>;
type Declaration = NonNullable<Extract<Body, { type: 'ExportNamedDeclaration' }>['declaration']>;

function writeImport(code: string, node: Import): string {
  const from = `$import(${JSON.stringify(node.source.value)})`;
  const [first] = node.specifiers;
  const lines = code.slice(...(node.range as [number, number])).replace(/[^\n]/g, '');
  if (!first) return lines;
  if (first.type === 'ImportNamespaceSpecifier')
    return `const ${first.local.name} = ${from};${lines}`;
  const names = node.specifiers.map((one) =>
    one.type === 'ImportSpecifier'
      ? `${nameOf(one.imported)}: ${one.local.name}`
      : `default: ${one.local.name}`,
  );
  return `const { ${names.join(', ')} } = ${from};${lines}`;
}

function declaredNames(declaration: Declaration): string[] {
  if (declaration.type !== 'VariableDeclaration')
    return declaration.id ? [declaration.id.name] : [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function nameOf(node: { type: string; name?: string; value?: unknown }): string {
  return node.name ?? String(node.value);
}
