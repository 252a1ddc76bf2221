import { useCallback } from 'react';
import { useFormatter } from 'use-intl/react';

/** Words moments in Japan, to the minute or to the second, with the month as the page's language has it. */
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
