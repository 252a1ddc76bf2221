import { buildWeb } from './buildAssembly.ts';

// The template contains the built web app, so it is built before synthesis.
await buildWeb((line) => console.error(line));
