import { z } from 'zod';

const question = z.object({
  workflow: z.enum(['INGEST', 'RELEASE']),
  first: z.int().min(1).max(100),
  /** The end of the previous page; null for the newest. */
  after: z.string().min(1).nullable(),
});

export type Question = z.infer<typeof question>;

/** Parses a resolver's request. Throws an error that says what is wrong with it. */
export function readQuestion(event: unknown): Question {
  return question.parse(event);
}
