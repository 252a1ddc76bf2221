import { metricWriter } from '../lib/metricWriter.ts';

/** Counts one event for operators' alarms. */
export const countMetric = metricWriter<'HeadsLeftOut'>('Pages');
