import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { BarPlot } from '../plot/BarPlot.tsx';
import type { Bars, Series } from '../plot/bars.ts';
import { OUTCOMES } from '../runs/Accounting.tsx';

const colours: { [outcome in (typeof OUTCOMES)[number]]: Series['colour'] } = {
  created: 'first',
  changed: 'second',
  unchanged: 'third',
  held: 'fourth',
  rejected: 'fifth',
};

/** What became of the rows of each of the newest runs, the newest on the right. */
export function RowsPlot({ runs }: { runs: RunRowPartsFragment[] }) {
  const t = useTranslations('operator');
  const format = useFormatter();
  const bars = useMemo((): Bars => {
    const inOrder = runs.toReversed();
    return {
      across: t('plot.runs'),
      up: t('plot.rows'),
      categories: inOrder.map(({ startedAt }) =>
        format.dateTime(new Date(startedAt), {
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: '2-digit',
          hourCycle: 'h23',
        }),
      ),
      series: OUTCOMES.map((outcome) => ({
        name: t(`outcome.${outcome}`),
        colour: colours[outcome],
        values: inOrder.map((run) => run[outcome]),
      })),
    };
  }, [runs, t, format]);
  return <BarPlot title={t('plot.rowsTitle')} bars={bars} />;
}
