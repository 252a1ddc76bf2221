export { steps } from './Query.contributor.ts';
