import appsync from '@aws-appsync/eslint-plugin';
import type { Linter } from 'eslint';

/** What APPSYNC_JS knows by name, besides the language itself. */
const NAMES = 'NaN Infinity undefined console Array JSON Math Number Object String'.split(' ');

export const globals: Linter.Globals = Object.fromEntries(NAMES.map((name) => [name, 'readonly']));

/** What AppSync refuses and its own plugin overlooks, by ESTree selector. */
const REFUSED: { [selector: string]: string } = {
  ThrowStatement: 'AppSync has no throw: fail() or util.error()',
  ImportExpression: 'AppSync has no import()',
  'Literal[bigint]': 'AppSync has no BigInt',
  NewExpression: 'AppSync constructs nothing with new; for dates there is util.time',
  'CallExpression[callee.property.name=/^(at|includes|match|padStart|substring)$/]':
    'AppSync lacks this method',
  'CallExpression[callee.property.name="sort"][arguments.length>0]':
    'AppSync sorts without a function only',
  'MemberExpression[object.name="Math"][property.name!=/^(random|min|max|round|floor|ceil)$/]':
    'AppSync lacks this part of Math',
};

/** Beside the plugin's `recommended`, which needs types, for the sources. */
export const extraRules: Linter.RulesRecord = {
  'no-restricted-syntax': [
    'error',
    ...Object.entries(REFUSED).map(([selector, message]) => ({ selector, message })),
  ],
};

/** For a bundle, which has no types to look at. */
export const bundleConfig: Linter.Config[] = [
  // The plugin's types leave open which configurations it has.
  appsync.configs?.base as Linter.Config,
  { languageOptions: { globals }, rules: { ...extraRules, 'no-undef': 'error' } },
];
