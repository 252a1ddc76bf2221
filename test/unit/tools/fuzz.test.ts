import { describe, expect, it } from 'vitest';
import { fuzz } from '../../../tools/fuzz/fuzz.ts';

const runs = (number: number) => ({ runs: number, seconds: Number.POSITIVE_INFINITY });
const mark = Buffer.from('架空書房');

/** Fails on every file that names this publisher. */
async function readBadly({ bytes }: { bytes: Buffer }): Promise<string> {
  if (bytes.includes(mark)) throw new RangeError('broken');
  return 'read';
}

// The bar for hostile input, with many more files, is in
// test/unit/services/ingest/hostileInput.test.ts.
describe('the fuzz script', () => {
  it('the fuzz script finds nothing broken in a few hundred damaged files, and sees every outcome', async () => {
    const { failure, classes } = await fuzz(11, runs(600));
    expect(failure).toBeNull();
    expect([...classes.keys()]).toEqual(
      expect.arrayContaining([
        'all rows read',
        'some rows rejected',
        'refused: wrong-encoding',
        'refused: damaged-archive',
        'refused: missing-column',
      ]),
    );
  });

  it('the fuzz script uses the same files for the same seed', async () => {
    const [first, again, other] = [
      await fuzz(3, runs(60)),
      await fuzz(3, runs(60)),
      await fuzz(4, runs(60)),
    ];
    expect(again.classes).toEqual(first.classes);
    expect(other.classes).not.toEqual(first.classes);
  });

  it('the fuzz script reduces a file that breaks ingest to the part that breaks it', async () => {
    const { failure } = await fuzz(5, runs(60), () => {}, readBadly);
    expect(failure?.error.message).toBe('broken');
    expect(failure?.file.bytes).toEqual(mark);
  });
});
