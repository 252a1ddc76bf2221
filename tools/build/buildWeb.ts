import { buildWeb } from './buildAssembly.ts';

// The template holds the built web app, so whoever synthesizes builds it first.
await buildWeb((line) => console.error(line));
