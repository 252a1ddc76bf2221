import type { Rule, Scope } from 'eslint';

type Node = Rule.Node;
type FunctionNode = Extract<
  Node,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;

/** The methods that may be given a function. */
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
 * What AppSync's own plugin only finds with type information, which bundled code does not have:
 * recursion, and functions that are passed to or returned from others.
 */
export const functionRules: { rules: Record<string, Rule.RuleModule> } = {
  rules: {
    'no-function-passing': {
      create: (context: Rule.RuleContext) => ({
        CallExpression(node) {
          const { callee } = node;
          const method =
            callee.type === 'MemberExpression' && callee.property.type === 'Identifier';
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

/** The function that an expression is, or that the name it consists of was given to. */
function findFunction(node: Node, context: Rule.RuleContext): FunctionNode | null {
  if (isFunction(node)) return node;
  if (node.type !== 'Identifier') return null;
  for (
    let scope: Scope.Scope | null = context.sourceCode.getScope(node);
    scope;
    scope = scope.upper
  ) {
    const definition = scope.set.get(node.name)?.defs[0];
    if (!definition) continue;
    const value = definition.type === 'Variable' ? definition.node.init : definition.node;
    const names = definition.type === 'Variable' || definition.type === 'FunctionName';
    return names && value && isFunction(value) ? value : null;
  }
  return null;
}

/** A callback that stands inside of a function counts as part of it. */
function findEnclosing(node: Node): FunctionNode | null {
  let found: FunctionNode | null = null;
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (!isFunction(at)) continue;
    found = at;
    const { parent } = at;
    const isNamed = at.type === 'FunctionDeclaration' || parent.type === 'VariableDeclarator';
    if (isNamed) return at;
  }
  return found;
}

function isFunction(node: Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}
