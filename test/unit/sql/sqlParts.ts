import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../tools/root.ts';

/** Patterns that occur in statements and in hardly anything else. */
const LOOKS_LIKE_SQL =
  /\b(select\s|insert\s+(ignore\s+)?into|update\s+\w+\s+set|delete\s+from|from\s+\w+\s+\w\b|where\s+[\w.(]+\s*(=|<|>|in\b|is\b)|(where|from)\s+_|join\s+\w+\s+\w|order\s+by|group\s+by|limit\s+[:\d]|union\s|values\s*\(|on\s+duplicate|\band\s+[\w.(]+\s*(=|<|>|in\b|is\b|like\b)|like\s+:|str_to_date|date_format|json_table|concat_ws|exists\s*\()/i;

/** The pieces interpolated into SQL texts: expressions of templates, and what `+` joins to one. */
export function sqlPartsIn(
  file: string,
  content = readFileSync(join(root, file), 'utf8'),
): string[] {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const parts: string[] = [];
  const add = (node: ts.Node) =>
    parts.push(`${file}: ${node.getText(source).replaceAll(/\s+/g, ' ')}`);
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) && !isTagged(node) && LOOKS_LIKE_SQL.test(textOf(node))) {
      for (const { expression } of node.templateSpans) add(expression);
    }
    if (ts.isBinaryExpression(node) && isPlus(node.operatorToken.kind)) {
      const sides = [node.left, node.right];
      if (sides.some((side) => ts.isStringLiteralLike(side) && LOOKS_LIKE_SQL.test(side.text))) {
        for (const side of sides) if (!ts.isStringLiteralLike(side)) add(side);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return parts;
}

/** AppSync's own tag binds what is interpolated. */
function isTagged({ parent }: ts.Node): boolean {
  return ts.isTaggedTemplateExpression(parent) && parent.tag.getText() === 'sql';
}

const isPlus = (kind: ts.SyntaxKind) =>
  kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.PlusEqualsToken;

function textOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => ` _ ${literal.text}`).join('');
}
