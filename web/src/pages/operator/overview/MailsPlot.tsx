import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { MailHoursQuery } from '../../../generated/operatorDocuments.ts';
import { useMoments } from '../parts/useMoments.ts';
import { BarPlot } from '../plot/BarPlot.tsx';
import type { Bars } from '../plot/bars.ts';
import { eachHour } from './eachHour.ts';

interface MailsPlotProps {
  hours: MailHoursQuery['outgoingMailsPerHour'];
  /** The number of hours to show. */
  back: number;
}

/** Mail outcomes by hour, the current hour on the right. */
export function MailsPlot({ hours, back }: MailsPlotProps) {
  const t = useTranslations('operator.plot');
  const word = useMoments();
  const bars = useMemo((): Bars => {
    const all = eachHour(hours, back, new Date());
    return {
      across: t('hours'),
      up: t('notes'),
      categories: all.map(({ hour }) => word(hour)),
      series: [
        { name: t('sent'), colour: 'fourth', values: all.map(({ sent }) => sent) },
        { name: t('skipped'), colour: 'third', values: all.map(({ skipped }) => skipped) },
        { name: t('failed'), colour: 'fifth', values: all.map(({ failed }) => failed) },
      ],
    };
  }, [hours, back, t, word]);
  return <BarPlot title={t('mailsTitle', { hours: back })} bars={bars} />;
}
