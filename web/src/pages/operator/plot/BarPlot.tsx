import { useEffect, useId, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { Bars } from './bars.ts';
import { PlotTable } from './PlotTable.tsx';
import { onThemeChange } from './tokenColours.ts';
import './plot.css';

/** Stacked bars with the same figures as a table. */
export function BarPlot({ title, bars }: { title: string; bars: Bars }) {
  const t = useTranslations('operator.plot');
  const format = useFormatter();
  const id = useId();
  const canvas = useRef<HTMLDivElement>(null);
  const number = useRef(format.number);
  number.current = format.number;

  useEffect(() => {
    const host = canvas.current;
    if (!host) return;
    let clear = () => {};
    let left = false;
    const draw = () =>
      // The library is loaded with the first plot.
      import('./drawBars.ts').then(
        ({ drawBars }) => {
          clear();
          if (!left) clear = drawBars(host, bars, (value) => number.current(value));
        },
        // The table below shows the same figures.
        console.error,
      );
    draw();
    const forget = onThemeChange(draw);
    return () => {
      left = true;
      forget();
      clear();
    };
  }, [bars]);

  return (
    <figure className="plot" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <ul className="plot__legend" aria-hidden="true">
          {bars.series.map(({ name, colour }) => (
            <li key={name} className={`plot__key plot__key--${colour}`}>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={canvas} className="plot__canvas" role="img" aria-label={t('picture', { title })} />
      <details>
        <summary>{t('asTable')}</summary>
        <PlotTable label={title} bars={bars} />
      </details>
    </figure>
  );
}
