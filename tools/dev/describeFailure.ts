import type { BuildFailure } from 'esbuild';

/** Why a saved file has no effect, in one line: where, what, and how many more errors there are. */
export function describeFailure(error: unknown): string {
  if (isBuildFailure(error)) return firstOf(error.errors.map(describeError));
  return error instanceof Error ? error.message : String(error);
}

/**
 * Describes why AppSync would reject a resolver's code; the sandbox reports it in a heading and a
 * line per place.
 */
export function describeRefusal(refusals: string[]): string {
  return firstOf(refusals.flatMap((refusal) => refusal.split('\n').slice(1)));
}

function describeError({ location, text }: BuildFailure['errors'][number]): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}

function firstOf(errors: string[]): string {
  const more = errors.length - 1;
  return `${errors[0]}${more > 0 ? ` (and ${more} more)` : ''}`;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'warnings' in error && 'errors' in error;
}
