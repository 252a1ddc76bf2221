import { useFormatter } from 'use-intl/react';
import { ScrollTable } from '../parts/ScrollTable.tsx';
import type { Bars } from './bars.ts';

/** The figures of a plot, newest first as in every table here. */
export function PlotTable({ label, bars }: { label: string; bars: Bars }) {
  const format = useFormatter();
  const rows = bars.categories.map((category, at) => ({
    key: `${at} ${category}`,
    category,
    values: bars.series.map(({ name, values }) => ({ name, value: values[at] ?? 0 })),
  }));
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{bars.across}</th>
          {bars.series.map(({ name }) => (
            <th key={name} scope="col" className="figure">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ key, category, values }) => (
          <tr key={key}>
            <th scope="row">{category}</th>
            {values.map(({ name, value }) => (
              <td key={name} className="figure">
                {format.number(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
