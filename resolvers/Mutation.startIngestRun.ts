import * as openRun from './functions/ingest/openRun.ts';
import * as startRun from './functions/ingest/startRun.ts';

export const steps = [startRun, openRun];
