export { steps } from './Mutation.approveIngestRun.ts';
