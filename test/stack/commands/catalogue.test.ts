import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { run } from '../../support/command.ts';
import { addNames, standingFor } from '../api/catalogue.ts';

const catalogue = (...parameters: string[]) =>
  run('catalogue', ...parameters, '--dir', testStackDir());

describe('shinkan catalogue', () => {
  it('shinkan catalogue joins two names, lists the join, and separates them', async () => {
    const database = openStackDatabase(testStack());
    const [a = '', b = ''] = await addNames(database, 'CONTRIBUTOR', 2);
    const joined = await catalogue('join', 'contributor', a, b);
    expect(joined.code, joined.output).toBe(0);
    const [id = ''] = joined.output.split(' ');
    expect(joined.output).toContain(`名${a} (${a}) → 名${b} (${b})`);
    expect(await standingFor(database, 'CONTRIBUTOR', [a, b])).toEqual({ [a]: b, [b]: b });

    expect((await catalogue('joins', 'contributor')).output.split('\n')[0]).toContain(id);
    const apart = await catalogue('separate', id, '--json');
    expect(JSON.parse(apart.output)).toMatchObject({
      id,
      fromId: a,
      separatedBy: expect.any(String),
    });
    expect(await standingFor(database, 'CONTRIBUTOR', [a, b])).toEqual({ [a]: a, [b]: b });
  });

  it.each([[['join', 'contributor', 'none', 'none']], [['separate', 'none']]])(
    'shinkan catalogue rejects %j with a message',
    async (parameters) => {
      const { code, output } = await catalogue(...parameters);
      expect(code, output).toBe(2);
      expect(output).toMatch(/no contributor has|nothing was joined/);
    },
  );
});
