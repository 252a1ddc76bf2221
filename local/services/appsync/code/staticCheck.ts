import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { ALLOWED_GLOBALS, APPSYNC_GLOBALS } from './allowed.ts';
import { functionRules } from './functionRules.ts';
import { memberRules } from './memberRules.ts';
import { originalPosition } from './originalPosition.ts';
import { REFUSED_SYNTAX } from './refusedSyntax.ts';
import { valueMethodRules } from './valueMethodRules.ts';

/** AppSync's limit on the code of one resolver or function, in characters. */
const MAX_CHARACTERS = 32_768;

const OWN_RULES = { ...functionRules, ...memberRules, ...valueMethodRules };

type Program = ReturnType<Linter['getSourceCode']>['ast'];

/**
 * The syntax tree of valid code. Throws an error with one line per place that AppSync would reject:
 * file, line, column, rule and reason.
 */
export function checkCode(code: string, file: string): Program {
  if (code.length > MAX_CHARACTERS) {
    throw new Error(`${file}: ${code.length} characters, AppSync takes ${MAX_CHARACTERS}`);
  }
  const { linter, config } = loadLinter();
  const messages = linter.verify(code, config, { filename: 'resolver.js' });
  if (messages.length > 0) {
    const lines = messages.map(({ line, column, ruleId, message }) => {
      const place = originalPosition(code, file, line, column);
      return `${place} ${ruleId ?? 'syntax'}: ${message}`;
    });
    throw new Error(`AppSync does not accept this code:\n${lines.join('\n')}`);
  }
  return linter.getSourceCode().ast;
}

let loaded: { linter: Linter; config: Linter.Config[] } | null = null;

/** Loading the linter takes most of a second, so only an API with resolvers loads it. */
function loadLinter(): { linter: Linter; config: Linter.Config[] } {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const { Linter: LinterClass } = require('eslint') as typeof import('eslint');
  const appsync = require('@aws-appsync/eslint-plugin') as { configs: { base: Linter.Config } };
  // ESLint knows all JavaScript globals, so those that AppSync lacks are switched off.
  const globals = Object.fromEntries([
    ...[globalThis, Object.prototype]
      .flatMap(Object.getOwnPropertyNames)
      .map((name) => [name, 'off'] as const),
    ...[...ALLOWED_GLOBALS, ...APPSYNC_GLOBALS].map((name) => [name, 'readonly'] as const),
  ]);
  const base = appsync.configs.base;
  const config: Linter.Config[] = [
    {
      ...base,
      plugins: { ...base.plugins, appsync: { rules: OWN_RULES } },
      languageOptions: {
        ...base.languageOptions,
        // Otherwise the parser knows the globals of TypeScript's libraries.
        parserOptions: { lib: [] },
        globals,
        sourceType: 'module',
      },
      linterOptions: { noInlineConfig: true },
      rules: {
        ...base.rules,
        'no-undef': 'error',
        ...Object.fromEntries(Object.keys(OWN_RULES).map((name) => [`appsync/${name}`, 'error'])),
        'no-restricted-syntax': ['error', ...REFUSED_SYNTAX],
      },
    },
  ];
  loaded = { linter: new LinterClass({ configType: 'flat' }), config };
  return loaded;
}
