import { useMoments } from './useMoments.ts';

/** A moment in Japan, to the minute or to the second. */
export function Moment({ at, seconds = false }: { at: string; seconds?: boolean }) {
  return <time dateTime={at}>{useMoments(seconds)(at)}</time>;
}
