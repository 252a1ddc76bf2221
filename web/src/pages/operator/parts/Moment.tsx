import { useMoments } from './useMoments.ts';

/** A time in Japan, to the minute or second. */
export function Moment({ at, seconds = false }: { at: string; seconds?: boolean }) {
  return <time dateTime={at}>{useMoments(seconds)(at)}</time>;
}
