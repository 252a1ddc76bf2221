import { describe, expect, it } from 'vitest';
import { aPrivateSignIn, bcryptOf, heard, kiku, readDeviceCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const { statusesOf } = signIn;

describe('a device on which a member has signed in', () => {
  it('a known device has ten attempts of its own, whatever strangers do', async () => {
    const device = await signIn.makesADeviceKnown();
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    const statuses = await statusesOf(Array(15).fill(kiku.login), 'mistyped', { device });
    expect(heard(statuses)).toBe(10);
    expect(await statusesOf([kiku.login], kiku.password, { device })).toEqual([429]);
    signIn.theClockMoves(15 * 60);
    expect(await statusesOf([kiku.login], kiku.password, { device })).toEqual([200]);
  });

  it('a known device takes no attempts from other devices', async () => {
    const device = await signIn.makesADeviceKnown();
    await statusesOf(Array(11).fill(kiku.login), 'mistyped', { device });
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('a known device counts for no other member', async () => {
    const device = await signIn.makesADeviceKnown();
    await statusesOf(Array(11).fill('nobody'), 'guess', { device });
    expect(await statusesOf(['nobody'], 'guess', { device })).toEqual([429]);
    await signIn.theShopHas(['hina'], 'momo');
    await statusesOf(Array(11).fill('hina'), 'guess');
    expect(await statusesOf(['hina'], 'momo', { device })).toEqual([429]);
  });

  it('a known device is known to all who share it', async () => {
    await signIn.theShopHas(['hina'], 'momo');
    const first = await signIn.makesADeviceKnown();
    const device = readDeviceCookie(await signIn.tries('hina', 'momo', { device: first }));
    for (const login of [kiku.login, 'hina']) await statusesOf(Array(11).fill(login), 'guess');
    expect(await statusesOf([kiku.login], kiku.password, { device })).toEqual([200]);
    expect(await statusesOf(['hina'], 'momo', { device })).toEqual([200]);
  });

  it('a known device is unknown once the password has changed at the shop', async () => {
    const device = await signIn.makesADeviceKnown();
    await signIn.theShopSets('password', bcryptOf('another one'));
    await statusesOf(Array(10).fill(kiku.login), 'guess');
    expect(await statusesOf([kiku.login], 'another one', { device })).toEqual([429]);
  });

  it('a known device stays known after sign-out, and guessing touches no session', async () => {
    const cookie = await signIn.signsIn();
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    expect((await signIn.refreshes(cookie)).statusCode).toBe(200);
    const { cookies } = await signIn.signsOut(cookie);
    expect(cookies).toHaveLength(1);
    expect(cookies?.[0]).toMatch(/^__Host-rt=;/);
  });
});
