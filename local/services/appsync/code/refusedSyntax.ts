import { REFUSED_METHOD_NAMES } from './allowed.ts';

/** A kind of syntax by its ESTree selector, for ESLint's `no-restricted-syntax`. */
interface Refused {
  selector: string;
  message: string;
}

const refuse = (selector: string, message: string): Refused => ({ selector, message });

/** Syntax that the rules of AppSync's own plugin accept and AppSync rejects. */
export const REFUSED_SYNTAX: Refused[] = [
  refuse('ThrowStatement', 'throw is not available: use util.error'),
  refuse('NewExpression', 'new is not available'),
  refuse('ImportExpression', 'import() is not available'),
  refuse('AwaitExpression', 'await is not available'),
  refuse('Literal[bigint]', 'BigInt is not available'),
  refuse('ExportDefaultDeclaration', 'handlers are exported by name'),
  refuse('ExportAllDeclaration', 'handlers are exported by name'),
  refuse(
    'CallExpression[callee.property.name="sort"][arguments.length>0]',
    'sort takes no function',
  ),
  refuse(
    `CallExpression[callee.property.name=/^(?:${REFUSED_METHOD_NAMES.join('|')})$/]`,
    'this method is not available',
  ),
  refuse(
    'MemberExpression[property.name=/^(?:constructor|prototype|__proto__)$/]',
    'prototypes are not available',
  ),
  refuse('MetaProperty', 'import.meta and new.target are not available'),
  refuse('DebuggerStatement', 'debugger is not available'),
];
