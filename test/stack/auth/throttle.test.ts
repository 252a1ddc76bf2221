import { describe, expect, it } from 'vitest';
import { aPrivateSignIn, kiku } from './privateSignIn.ts';

const signIn = aPrivateSignIn();

async function statusesOf(logins: string[], password: string): Promise<number[]> {
  const answers = await Promise.all(logins.map((login) => signIn.tries(login, password)));
  return answers.map(({ statusCode }) => statusCode).sort();
}

/** Spellings that the shop's database takes for one login. */
function spellingsOf(login: string): string[] {
  return ['', ' ', '  '].flatMap((end) => [
    `${login}${end}`,
    `${login.toUpperCase()}${end}`,
    `${login[0]?.toUpperCase()}${login.slice(1)}${end}`,
    `${login[0]}${login.slice(1).toUpperCase()}${end}`,
  ]);
}

describe('whoever guesses a password', () => {
  it.each([
    ['a member', kiku.login],
    ['a stranger', 'nobody'],
  ])('of %s is asked to wait after ten tries, however the login is spelled', async (_, login) => {
    const spellings = spellingsOf(login);
    expect(new Set(spellings).size).toBe(12);
    // Tries at the same moment count for each other, so there may be fewer.
    const statuses = await statusesOf(spellings, 'guess');
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(await statusesOf([login], 'guess')).toEqual([429]);
  });

  it('is not let in by the right password while waiting', async () => {
    await statusesOf(Array(10).fill(kiku.login), 'guess');
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([429]);
  });
});

describe('a member', () => {
  it('gets in again when the fifteen minutes are over', async () => {
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    signIn.theClockMoves(15 * 60);
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('may mistype nine times and has all tries back after the right password', async () => {
    await statusesOf(Array(9).fill(kiku.login), 'guess');
    expect(await statusesOf([kiku.login.toUpperCase()], kiku.password)).toEqual([200]);
    expect(await statusesOf(Array(10).fill(kiku.login), 'guess')).toEqual(Array(10).fill(401));
  });
});
