import { useFormatter } from 'use-intl/react';

/** A moment in Japan, to the minute or to the second. */
export function Moment({ at, seconds = false }: { at: string; seconds?: boolean }) {
  const format = useFormatter();
  return (
    <time dateTime={at}>
      {format.dateTime(new Date(at), {
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(seconds ? { second: '2-digit' } : {}),
      })}
    </time>
  );
}
