import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Bars, stack } from './bars.ts';
import { colourOf } from './tokenColours.ts';

const HEIGHT = 240;
/** The minimum width of a bar's label, and the space beside the bars. */
const LABEL_WIDTH = 96;
const BESIDE = 64 + LABEL_WIDTH / 2;

/** Draws stacked bars at the width of an element. Returns a function that removes them. */
export function drawBars(
  host: HTMLElement,
  bars: Bars,
  wordNumber: (value: number) => string,
): () => void {
  const heights = stack(bars.series);
  const last = bars.categories.length - 1;
  const ink = colourOf(host, '--ink-soft');
  const line = colourOf(host, '--line');
  const { fontFamily } = getComputedStyle(host);
  const font = `12px ${fontFamily}`;
  const axis = { stroke: ink, font, labelFont: font, labelSize: 20, ticks: { stroke: line } };
  const inBars = UPlot.paths.bars?.({ size: [0.7, 48] });
  const plot = new UPlot(
    {
      width: host.clientWidth,
      height: HEIGHT,
      // Half a label extends beyond the last bar.
      padding: [8, LABEL_WIDTH / 2 - 8, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: [-0.6, last + 0.6] },
        y: { range: (_plot, _from, to) => [0, Math.max(1, to)] },
      },
      axes: [
        {
          ...axis,
          label: bars.across,
          size: 36,
          grid: { show: false },
          splits: (plot) => everySoMany(last, plot.width),
          values: (_plot, places) => places.map((at) => bars.categories[at] ?? ''),
        },
        {
          ...axis,
          label: bars.up,
          size: 64,
          grid: { stroke: line, width: 1 },
          // All values are integers.
          incrs: [1, 2, 5]
            .flatMap((step) => [0, 1, 2, 3, 4, 5, 6].map((ten) => step * 10 ** ten))
            .sort((a, b) => a - b),
          values: (_plot, values) => values.map(wordNumber),
        },
      ],
      // Highest first, so that each bar is drawn in front of the higher ones.
      series: [
        {},
        ...bars.series.toReversed().map(({ name, colour }) => ({
          label: name,
          fill: colourOf(host, `--plot-${colour}`),
          width: 0,
          points: { show: false },
          ...(inBars ? { paths: inBars } : {}),
        })),
      ],
    },
    [bars.categories.map((_, at) => at), ...heights.toReversed()],
    host,
  );
  const resize = new ResizeObserver(() => {
    if (plot.width !== host.clientWidth) plot.setSize({ width: host.clientWidth, height: HEIGHT });
  });
  resize.observe(host);
  return () => {
    resize.disconnect();
    plot.destroy();
  };
}

/** Returns the positions whose labels fit side by side, including the last. */
function everySoMany(last: number, width: number): number[] {
  const step = Math.max(
    1,
    Math.ceil((last + 1) / Math.max(1, Math.floor((width - BESIDE) / LABEL_WIDTH))),
  );
  const places: number[] = [];
  for (let at = last; at >= 0; at -= step) places.unshift(at);
  return places;
}
