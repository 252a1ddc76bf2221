import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Cleanup, createCleanup } from '../../stack/cleanup.ts';
import { createSteps, type StartSteps } from '../../stack/startSteps.ts';

describe('concurrent steps of a start', () => {
  let cleanup: Cleanup;
  let steps: StartSteps;
  let stopped: string[];
  beforeEach(() => {
    cleanup = createCleanup();
    steps = createSteps(cleanup, () => undefined);
    stopped = [];
  });
  const service = (name: string) => steps.running(name, { stop: () => void stopped.push(name) });
  const aborted = () => once(steps.signal, 'abort');

  it('both steps return their results', async () => {
    expect(await steps.both(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
    expect(steps.signal.aborted).toBe(false);
  });

  it('both steps end with the first failure, once the other has ended too', async () => {
    const events: string[] = [];
    const failing = async () => {
      service('early');
      throw new Error('no room');
    };
    const other = async () => {
      await aborted();
      events.push('the other sees the end');
      throw new Error('a consequence');
    };
    await expect(steps.both(other(), failing())).rejects.toThrow('no room');
    expect(events).toEqual(['the other sees the end']);
    expect(stopped).toEqual(['early']);
  });

  it('no further step begins after a failure, and nothing is left running', async () => {
    const begun: string[] = [];
    const failing = steps.step('first', async () => {
      throw new Error('no room');
    });
    const other = async () => {
      await aborted();
      service('late');
      await steps.step('next', async () => begun.push('next'));
    };
    await expect(steps.both(failing, other())).rejects.toThrow('no room');
    await cleanup.run();
    expect(begun).toEqual([]);
    expect(stopped).toEqual(['late']);
  });

  it('both steps end early if the start is interrupted', async () => {
    const waiting = async () => {
      await aborted();
      steps.signal.throwIfAborted();
    };
    const both = steps.both(waiting(), waiting());
    service('early');
    steps.end();
    await expect(both).rejects.toThrow('aborted');
    await cleanup.run();
    expect(stopped).toEqual(['early']);
  });
});
