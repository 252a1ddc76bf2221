import { z } from 'zod';
import type { Question } from './question.ts';

const settings = z.object({
  INGEST_STATE_MACHINE_ARN: z.string().min(1),
  RELEASE_STATE_MACHINE_ARN: z.string().min(1),
});

/** Reads the state machine of each workflow. Throws an error that names a missing variable. */
export function readMachines(environment: NodeJS.ProcessEnv = process.env): {
  [workflow in Question['workflow']]: string;
} {
  const read = settings.parse(environment);
  return { INGEST: read.INGEST_STATE_MACHINE_ARN, RELEASE: read.RELEASE_STATE_MACHINE_ARN };
}
