import type { Rule } from 'eslint';
import * as appsync from '../utils/index.ts';
import { memberOf } from '../utils/memberOf.ts';
import * as rds from '../utils/rds.ts';
import { refusalOf } from '../utils/refuseAll.ts';
import { ALLOWED_STATICS } from './allowed.ts';
import { findDefinition } from './findDefinition.ts';

type Node = Rule.Node;

const MODULES: Record<string, object> = {
  '@aws-appsync/utils': appsync,
  '@aws-appsync/utils/rds': rds,
};
/** AppSync modules that are not emulated. */
const ELSEWHERE = ['@aws-appsync/utils/dynamodb', '@aws-appsync/utils/ai'];
const UTILITIES: Record<string, unknown> = { ...appsync };
const CONSOLE = ['error', 'log'];

/**
 * Finds members that APPSYNC_JS lacks or that are not emulated, in everything known by name:
 * JavaScript's own objects, AppSync's utilities and modules.
 */
export const memberRules: Record<string, Rule.RuleModule> = {
  'no-unknown-member': {
    create(context: Rule.RuleContext) {
      const report = (node: Node, message: string | null) => {
        if (message) context.report({ node, message });
      };
      return {
        ImportDeclaration(node) {
          const source = String(node.source.value);
          const module = memberOf(MODULES, source);
          if (!module) return report(node, refuseModule(source));
          for (const one of node.specifiers) {
            if (one.type === 'ImportDefaultSpecifier') report(node, `${source} has no default`);
            if (one.type !== 'ImportSpecifier') continue;
            const name = nameOf(one.imported as Node) ?? '';
            report(one as Node, checkPath(source, module, [name]));
          }
        },
        MemberExpression(node) {
          const { parent } = node;
          if (parent.type === 'MemberExpression' && parent.object === node) return;
          const path = pathOf(node);
          if (path) report(node, check(path.root, path.members, context));
        },
        VariableDeclarator(node) {
          if (node.id.type !== 'ObjectPattern' || !node.init) return;
          const path = pathOf(node.init as Node);
          if (!path) return;
          for (const one of node.id.properties) {
            const name = one.type === 'Property' && !one.computed && nameOf(one.key as Node);
            if (name) report(one as Node, check(path.root, [...path.members, name], context));
          }
        },
      };
    },
  },
};

function refuseModule(source: string): string {
  return ELSEWHERE.includes(source)
    ? `${source} is not supported by the local AppSync`
    : `only ${Object.keys(MODULES).join(' and ')} can be imported, not ${source}`;
}

type Identifier = Extract<Node, { type: 'Identifier' }>;

/** Splits `a.b['c']` into its root and member names; null if a name is only known at run time. */
function pathOf(node: Node): { root: Identifier; members: string[] } | null {
  if (node.type === 'Identifier') return { root: node, members: [] };
  if (node.type !== 'MemberExpression') return null;
  const before = pathOf(node.object as Node);
  const key = node.property as Node;
  const name = node.computed && key.type === 'Identifier' ? null : nameOf(key);
  return before && name !== null ? { ...before, members: [...before.members, name] } : null;
}

/** The problem with a member path of the root; null if there is none. */
function check(root: Identifier, members: string[], context: Rule.RuleContext): string | null {
  const [first] = members;
  if (first === undefined) return null;
  const definition = findDefinition(root, context);
  if (definition?.type === 'ImportBinding') {
    const source = definition.parent.type === 'ImportDeclaration' && definition.parent.source.value;
    const module = memberOf(MODULES, String(source));
    if (!module) return null;
    const { node } = definition;
    if (node.type === 'ImportNamespaceSpecifier') return checkPath(root.name, module, members);
    const name = node.type === 'ImportSpecifier' ? (nameOf(node.imported as Node) ?? '') : '';
    return checkPath(name, (module as Record<string, unknown>)[name], members);
  }
  if (definition) return null;
  const statics = root.name === 'console' ? CONSOLE : memberOf(ALLOWED_STATICS, root.name);
  if (statics) return statics.includes(first) ? null : missing(root.name, first);
  return Object.hasOwn(UTILITIES, root.name)
    ? checkPath(root.name, UTILITIES[root.name], members)
    : null;
}

function checkPath(root: string, owner: unknown, members: string[]): string | null {
  let label = root;
  let at = owner;
  for (const member of members) {
    // Members of a function or value are not AppSync's.
    if (typeof at !== 'object' || at === null) return null;
    if (!Object.hasOwn(at, member)) return missing(label, member);
    label = `${label}.${member}`;
    at = (at as Record<string, unknown>)[member];
  }
  return refusalOf(at);
}

const missing = (owner: string, member: string) =>
  `${owner}.${member} is not available in APPSYNC_JS`;

function nameOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
