import { useCallback } from 'react';
import { useFormatter } from 'use-intl/react';

/** Formats times in Japan, to the minute or second, in the page's language. */
export function useMoments(seconds = false): (at: string) => string {
  const format = useFormatter();
  return useCallback(
    (at) =>
      format.dateTime(new Date(at), {
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(seconds ? { second: '2-digit' } : {}),
      }),
    [format, seconds],
  );
}
