import { describe, expect, it, vi } from 'vitest';
import { createStage, type Tools } from '../../../../web/src/stage/createStage.ts';

// Their content does not matter here.
const tools = {} as Tools;

describe('createStage', () => {
  it('createStage loads the tools once, however often they are requested', async () => {
    const load = vi.fn(async () => tools);
    const stage = createStage(load);
    await Promise.all([stage.tools(), stage.tools()]);
    await stage.tools();
    expect(load).toHaveBeenCalledTimes(1);
    expect(stage.get().tools).toBe(tools);
  });

  it('createStage reports a failed load and retries at the next request', async () => {
    const failure = new Error('no connection');
    const load = vi.fn(async () => tools).mockRejectedValueOnce(failure);
    const stage = createStage(load);
    await expect(stage.tools()).rejects.toBe(failure);
    expect(stage.get()).toMatchObject({ tools: null, failure });
    await stage.tools();
    expect(stage.get()).toMatchObject({ tools, failure: null });
  });

  it('whenThere runs a callback once and stops it with its page', async () => {
    const stage = createStage(async () => tools);
    const end = vi.fn();
    const begin = vi.fn(() => end);
    const leave = stage.whenThere(begin);
    expect(begin).not.toHaveBeenCalled();
    await stage.tools();
    stage.show({ name: 'BookPage', variables: { id: 'a' }, data: { book: null }, cursor: '1' });
    expect(begin).toHaveBeenCalledTimes(1);
    leave();
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('whenThere runs nothing for a page that was left before', async () => {
    const stage = createStage(async () => tools);
    const begin = vi.fn(() => () => {});
    stage.whenThere(begin)();
    await stage.tools();
    expect(begin).not.toHaveBeenCalled();
  });
});
