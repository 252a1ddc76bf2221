import { metricWriter } from '../lib/metricWriter.ts';

/** Counts one for an operators' alarm. */
export const countMetric = metricWriter<'ShopUnanswered' | 'WithdrawalsDoubted'>('Release');
