import type { Rule } from 'eslint';
import { ALLOWED_METHODS } from './allowed.ts';
import { findDefinition } from './findDefinition.ts';

type Node = Rule.Node;
type Kind = 'String' | 'Array';

/** Methods whose result has one type, whatever the receiver. */
const GIVES: Record<Kind, string[]> = {
  String: [
    'charAt',
    'join',
    'replace',
    'replaceAll',
    'toLowerCase',
    'toUpperCase',
    'trim',
    'trimEnd',
    'trimStart',
  ],
  Array: ['filter', 'flat', 'flatMap', 'map', 'split'],
};
const GLOBALS_GIVE: Record<Kind, string[]> = {
  String: ['JSON.stringify'],
  Array: ['Object.entries', 'Object.keys', 'Object.values'],
};

/**
 * Finds methods that APPSYNC_JS lacks on strings and lists that are recognisable as such in the
 * source. Others fail at run time.
 */
export const valueMethodRules: Record<string, Rule.RuleModule> = {
  'no-unknown-method': {
    create: (context: Rule.RuleContext) => ({
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.computed) return;
        const name = (callee.property as { name: string }).name;
        const kind = kindOf(callee.object as Node, context);
        if (!kind || ALLOWED_METHODS[kind]?.includes(name)) return;
        // Not on AppSync's list, but its own linter accepts it.
        if (kind === 'String' && name === 'toString') return;
        const message = `${kind}.prototype.${name} is not available in APPSYNC_JS`;
        context.report({ node: callee.property as Node, message });
      },
    }),
  },
};

function kindOf(node: Node, context: Rule.RuleContext): Kind | null {
  switch (node.type) {
    case 'TemplateLiteral':
      return 'String';
    case 'Literal':
      return typeof node.value === 'string' ? 'String' : null;
    case 'ArrayExpression':
      return 'Array';
    case 'Identifier': {
      const definition = findDefinition(node, context);
      if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return null;
      const { id, init } = definition.node;
      return id.type === 'Identifier' && init ? kindOf(init as Node, context) : null;
    }
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type === 'Identifier') return callee.name === 'String' ? 'String' : null;
      if (callee.type !== 'MemberExpression' || callee.computed) return null;
      const name = (callee.property as { name: string }).name;
      const owner = callee.object.type === 'Identifier' ? callee.object.name : '';
      return kindIn(GLOBALS_GIVE, `${owner}.${name}`) ?? kindIn(GIVES, name);
    }
    default:
      return null;
  }
}

function kindIn(lists: Record<Kind, string[]>, name: string): Kind | null {
  return (Object.keys(lists) as Kind[]).find((kind) => lists[kind].includes(name)) ?? null;
}
