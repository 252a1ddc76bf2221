import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEmbedded } from '../../../../local/services/cloudwatch/readEmbedded.ts';
import { metricWriter } from '../../../../services/lib/metricWriter.ts';

describe('metricWriter', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Returns the line printed for CloudWatch in its embedded metric format. */
  function printed(write: () => void) {
    const output = vi.spyOn(console, 'log').mockReturnValue();
    write();
    return JSON.parse(String(output.mock.calls[0]?.[0]));
  }

  const write = metricWriter<'Refused' | 'OldestSeconds'>('Mail');

  it('metricWriter counts one in the namespace of its service', () => {
    expect(printed(() => write('Refused'))).toMatchObject({
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'Shinkan/Mail',
            Dimensions: [['service']],
            Metrics: [{ Name: 'Refused', Unit: 'Count' }],
          },
        ],
      },
      service: 'mail',
      Refused: 1,
    });
  });

  it('metricWriter uses seconds for names that end in Seconds, and adds metadata', () => {
    expect(printed(() => write('OldestSeconds', 70, { reason: 'x' }))).toMatchObject({
      _aws: { CloudWatchMetrics: [{ Metrics: [{ Name: 'OldestSeconds', Unit: 'Seconds' }] }] },
      OldestSeconds: 70,
      reason: 'x',
    });
  });

  it('metricWriter prints one line that CloudWatch parses as a metric', () => {
    expect(readEmbedded(JSON.stringify(printed(() => write('Refused'))))).toEqual([
      {
        metric: { namespace: 'Shinkan/Mail', name: 'Refused', dimensions: { service: 'mail' } },
        value: 1,
        at: expect.any(Number),
      },
    ]);
  });
});
