export { steps } from './Mutation.unsubscribeFromContributor.ts';
