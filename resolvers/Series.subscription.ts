export { steps } from './Contributor.subscription.ts';
