import appsync from '@aws-appsync/eslint-plugin';
import { extraRules, globals } from './scripts/resolverRules.ts';

/** Biome lints everything; ESLint adds what AppSync refuses, on the resolvers alone. */
export default [
  { ignores: ['resolvers/generated/**', 'resolvers/*.d.ts'] },
  { files: ['resolvers/**/*.ts'], ...appsync.configs.recommended },
  {
    files: ['resolvers/**/*.ts'],
    languageOptions: {
      globals,
      parserOptions: { project: './resolvers/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: extraRules,
  },
];
