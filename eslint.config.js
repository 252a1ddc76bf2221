import appsync from '@aws-appsync/eslint-plugin';
import { REFUSED_SYNTAX } from './local/services/appsync/code/refusedSyntax.ts';

/** Only lists have it, and the text alone does not tell which is which. */
const includes = {
  selector: 'CallExpression[callee.property.name="includes"]',
  message: 'texts have no includes in AppSync: use indexOf',
};

/** Biome lints everything; ESLint adds what AppSync refuses, on the resolvers alone. */
export default [
  { ignores: ['resolvers/generated/**', 'resolvers/*.d.ts'] },
  { files: ['resolvers/**/*.ts'], ...appsync.configs.recommended },
  {
    files: ['resolvers/**/*.ts'],
    languageOptions: {
      parserOptions: { project: './resolvers/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: { 'no-restricted-syntax': ['error', ...REFUSED_SYNTAX, includes] },
  },
];
