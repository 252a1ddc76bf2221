import { useLocale } from 'use-intl/react';
import { dateLocale } from '../../../../domain/language/dateLocale.ts';
import { dayInJapan } from '../../../../domain/release/dayInJapan.ts';
import { DayHeading } from '../../parts/release/DayHeading.tsx';
import { useToday } from '../../parts/release/useToday.ts';

/** The day in large type, with the time of day in Japan below. */
export function MailMoment({ at }: { at: string }) {
  const today = useToday();
  const time = new Intl.DateTimeFormat(dateLocale(useLocale()), {
    timeZone: 'Asia/Tokyo',
    hour: 'numeric',
    minute: '2-digit',
  });
  const moment = new Date(at);
  return (
    <div className="member-mail__moment">
      <DayHeading day={dayInJapan(moment)} today={today} />
      <time dateTime={at} className="member-mail__time">
        {time.format(moment)}
      </time>
    </div>
  );
}
