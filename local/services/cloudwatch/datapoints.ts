import { keyOf, type Measurement, type Metric } from '../../lib/metric.ts';

export const STATISTICS = ['Average', 'Maximum', 'Minimum', 'SampleCount', 'Sum'] as const;

export type Statistic = (typeof STATISTICS)[number];

/** The aggregated values of one or more minutes. */
interface Minute {
  sum: number;
  count: number;
  least: number;
  most: number;
}

/** What survives a restart: by metric, then by the minute's number since 1970. */
export type KeptDatapoints = { [metric: string]: { [minute: string]: Minute } };

const MINUTE = 60_000;

/** The values of metrics per minute, CloudWatch's standard resolution. */
export class Datapoints {
  readonly #metrics: Map<string, Map<number, Minute>>;

  constructor(kept: KeptDatapoints = {}) {
    this.#metrics = new Map(
      Object.entries(kept).map(([metric, minutes]) => [
        metric,
        new Map(Object.entries(minutes).map(([minute, of]) => [Number(minute), of])),
      ]),
    );
  }

  add({ metric, value, at }: Measurement): void {
    const minutes = this.#metrics.get(keyOf(metric)) ?? new Map<number, Minute>();
    this.#metrics.set(keyOf(metric), minutes);
    const minute = Math.floor(at / MINUTE);
    minutes.set(minute, together([minutes.get(minute) ?? [], one(value)].flat()));
  }

  /** Returns a statistic of the values in [from, to), in milliseconds; null if there are none. */
  read(metric: Metric, statistic: Statistic, from: number, to: number): number | null {
    const minutes = [...(this.#metrics.get(keyOf(metric)) ?? [])]
      .filter(([minute]) => minute * MINUTE >= from && minute * MINUTE < to)
      .map(([, of]) => of);
    return minutes.length === 0 ? null : statisticOf(together(minutes), statistic);
  }

  /** Drops everything before this time. */
  forget(before: number): void {
    for (const [key, minutes] of this.#metrics) {
      for (const minute of minutes.keys()) {
        if (minute * MINUTE < before) minutes.delete(minute);
      }
      if (minutes.size === 0) this.#metrics.delete(key);
    }
  }

  toJSON(): KeptDatapoints {
    return Object.fromEntries(
      [...this.#metrics].map(([key, minutes]) => [key, Object.fromEntries(minutes)]),
    );
  }
}

function one(value: number): Minute {
  return { sum: value, count: 1, least: value, most: value };
}

function together(minutes: Minute[]): Minute {
  return minutes.reduce((all, { sum, count, least, most }) => ({
    sum: all.sum + sum,
    count: all.count + count,
    least: Math.min(all.least, least),
    most: Math.max(all.most, most),
  }));
}

function statisticOf({ sum, count, least, most }: Minute, statistic: Statistic): number {
  switch (statistic) {
    case 'Average':
      return sum / count;
    case 'Maximum':
      return most;
    case 'Minimum':
      return least;
    case 'SampleCount':
      return count;
    case 'Sum':
      return sum;
  }
}
