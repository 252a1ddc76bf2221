import type { Rule } from 'eslint';
import { findDefinition } from './findDefinition.ts';

type Node = Rule.Node;
type FunctionNode = Extract<
  Node,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;

/** The methods that may take a function. */
const TAKES_FUNCTION = [
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'some',
];

/**
 * Rules that AppSync's own plugin can check only with type information, which bundled code lacks:
 * no recursion, and no passing, returning or aliasing of functions.
 */
export const functionRules: Record<string, Rule.RuleModule> = {
  'no-function-passing': {
    create: (context: Rule.RuleContext) => ({
      CallExpression(node) {
        const { callee } = node;
        const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier';
        if (method && TAKES_FUNCTION.includes((callee.property as { name: string }).name)) return;
        if (node.arguments.some((one) => findFunction(one as Node, context))) {
          context.report({ node, message: 'a function cannot be passed to this function' });
        }
      },
    }),
  },
  'no-function-return': {
    create(context: Rule.RuleContext) {
      const check = (value: Node | null | undefined) => {
        if (value && findFunction(value, context)) {
          context.report({ node: value, message: 'a function cannot be returned' });
        }
      };
      return {
        'ReturnStatement > *': check,
        'ArrowFunctionExpression > .body': check,
      };
    },
  },
  'no-function-reassign': {
    create(context: Rule.RuleContext) {
      const check = (node: Node, value: Node | null | undefined) => {
        if (value?.type === 'Identifier' && findFunction(value, context)) {
          context.report({ node, message: 'a function cannot be given another name' });
        }
      };
      return {
        VariableDeclarator: (node) => check(node, node.init as Node | null),
        AssignmentExpression: (node) => check(node, node.right as Node),
      };
    },
  },
  'no-recursion': {
    create: (context: Rule.RuleContext) => {
      const calls = new Map<FunctionNode, { to: FunctionNode; node: Node }[]>();
      return {
        CallExpression(node) {
          const to = findFunction(node.callee as Node, context);
          const from = findEnclosing(node);
          if (to && from) calls.set(from, [...(calls.get(from) ?? []), { to, node }]);
        },
        'Program:exit'() {
          for (const [from, outgoing] of calls) {
            for (const { to, node } of outgoing) {
              if (reaches(to, from, calls)) {
                context.report({ node, message: 'a function cannot call itself' });
              }
            }
          }
        },
      };
    },
  },
};

function reaches(
  start: FunctionNode,
  target: FunctionNode,
  calls: Map<FunctionNode, { to: FunctionNode }[]>,
): boolean {
  const seen = new Set<FunctionNode>();
  const waiting = [start];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at === target) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(calls.get(at) ?? []).map(({ to }) => to));
  }
  return false;
}

/**
 * The function that an expression is, that is assigned to the name it consists of, or that is a
 * member of an object literal.
 */
function findFunction(node: Node, context: Rule.RuleContext): FunctionNode | null {
  const value = findValue(node, context);
  return value && isFunction(value) ? value : null;
}

function findValue(node: Node, context: Rule.RuleContext): Node | null {
  if (node.type === 'MemberExpression' && !node.computed) {
    const owner = findValue(node.object as Node, context);
    if (owner?.type !== 'ObjectExpression') return null;
    const { name } = node.property as { name: string };
    const found = owner.properties.find(
      (one) =>
        one.type === 'Property' && !one.computed && (one.key as { name?: string }).name === name,
    );
    return found?.type === 'Property' ? (found.value as Node) : null;
  }
  if (node.type !== 'Identifier') return node;
  const definition = findDefinition(node, context);
  if (definition?.type === 'FunctionName') return definition.node as Node;
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return null;
  const value = definition.node.init as Node | null;
  return value?.type === 'Identifier' || value?.type === 'MemberExpression' ? null : value;
}

/** A callback inside a function counts as part of it. */
function findEnclosing(node: Node): FunctionNode | null {
  let found: FunctionNode | null = null;
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (!isFunction(at)) continue;
    found = at;
    const { parent } = at;
    const isNamed =
      at.type === 'FunctionDeclaration' ||
      parent.type === 'VariableDeclarator' ||
      parent.type === 'Property';
    if (isNamed) return at;
  }
  return found;
}

function isFunction(node: Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}
