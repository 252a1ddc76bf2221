export { steps } from './Mutation.subscribeToContributor.ts';
