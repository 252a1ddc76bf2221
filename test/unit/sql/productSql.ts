import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { splitStatements } from '../../../db/splitStatements.ts';
import { UnclosedToken } from '../../../local/services/database/tokens.ts';
import { findUnportable } from '../../../local/services/database/unportable.ts';
import { root } from '../../../tools/root.ts';

/** A text that may be SQL or a part of it, and its position. */
interface Text {
  sql: string;
  line: number;
}

/** The folders whose SQL runs on Aurora. */
const folders = ['db', 'resolvers', 'services'];

/** Every file that may contain SQL, by its path from the root. */
export function productFiles(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(sql|ts)$/.test(name) && !name.includes('generated'))
      .map((name) => relative(root, join(root, folder, name))),
  );
}

/**
 * The constructs in a file's SQL that Aurora MySQL and MariaDB do not share: `file:line:
 * construct`.
 */
export function unportableIn(
  file: string,
  content = readFileSync(join(root, file), 'utf8'),
): string[] {
  const texts = file.endsWith('.sql') ? statementsOf(content) : stringsOf(file, content);
  return texts.flatMap(({ sql, line }) =>
    constructsOf(sql).map(({ construct, index }) => {
      const within = sql.slice(0, index).split('\n').length - 1;
      return `${file}:${line + within}: ${construct}`;
    }),
  );
}

/** The number of checked texts of a file; an SQL file with none would not be tested. */
export function countSql(file: string): number {
  const content = readFileSync(join(root, file), 'utf8');
  return (file.endsWith('.sql') ? statementsOf(content) : stringsOf(file, content)).length;
}

function constructsOf(sql: string) {
  try {
    return findUnportable(sql);
  } catch (error) {
    // A fragment of a sentence or statement, such as one quote.
    if (error instanceof UnclosedToken) return [];
    throw error;
  }
}

function statementsOf(content: string): Text[] {
  return splitStatements(content).map((sql) => {
    const first = sql.split('\n')[0] ?? '';
    return { sql, line: content.split('\n').findIndex((line) => line.trim() === first.trim()) + 1 };
  });
}

const looksLikeSql =
  /\b(select|insert|update|delete|replace|create|alter|drop|from|where|join|order by|group by|values|set|limit|returning|exists|index|and|or|for)\b|->/i;

/** The strings and templates of a TypeScript file; each interpolation becomes one word. */
function stringsOf(file: string, content: string): Text[] {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const texts: Text[] = [];
  const visit = (node: ts.Node): void => {
    const sql = textOf(node);
    if (sql !== undefined && looksLikeSql.test(sql)) {
      texts.push({ sql, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => ` _ ${literal.text}`).join('');
}
