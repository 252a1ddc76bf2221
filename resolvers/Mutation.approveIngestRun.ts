import * as decideOnRun from './functions/ingest/decideOnRun.ts';
import * as findHeldRun from './functions/ingest/findHeldRun.ts';

export const steps = [findHeldRun, decideOnRun];
