import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { RunRowPartsFragment } from '../../../generated/operatorDocuments.ts';
import { useMoments } from '../parts/useMoments.ts';
import { BarPlot } from '../plot/BarPlot.tsx';
import type { Bars, Series } from '../plot/bars.ts';
import { OUTCOMES } from '../runs/Accounting.tsx';

const colours: { [outcome in (typeof OUTCOMES)[number]]: Series['colour'] } = {
  created: 'first',
  changed: 'fourth',
  unchanged: 'third',
  held: 'second',
  rejected: 'fifth',
};

/** Row outcomes of the newest runs, the newest on the right. */
export function RowsPlot({ runs }: { runs: RunRowPartsFragment[] }) {
  const t = useTranslations('operator');
  const word = useMoments();
  const bars = useMemo((): Bars => {
    const inOrder = runs.toReversed();
    return {
      across: t('plot.runs'),
      up: t('plot.rows'),
      categories: inOrder.map(({ startedAt }) => word(startedAt)),
      series: OUTCOMES.map((outcome) => ({
        name: t(`outcome.${outcome}`),
        colour: colours[outcome],
        values: inOrder.map((run) => run[outcome]),
      })),
    };
  }, [runs, t, word]);
  return <BarPlot title={t('plot.rowsTitle')} bars={bars} />;
}
