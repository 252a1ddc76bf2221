import { describe, expect, it } from 'vitest';
import { openKnownDevices } from '../../../../services/auth/knownDevice.ts';
import type { Member } from '../../../../services/auth/member.ts';

const devices = openKnownDevices('a secret');
const now = new Date('2026-11-26T12:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

function aMember(more: Partial<Member> = {}): Member {
  return { id: '7', displayName: '菊', passwordHash: '{bcrypt}one', enabled: true, ...more };
}

/** The value of the cookie, without its attributes. */
function cookieOf(member = aMember(), before?: string, at = now): string {
  return /=([^;]*);/.exec(devices.remember(before, member, at))?.[1] ?? '';
}

describe('the device cookie', () => {
  it('the device cookie lasts a year, belongs to this host, and is hidden from scripts and other sites', () => {
    expect(devices.remember(undefined, aMember(), now)).toMatch(
      /^__Host-device=[\w-]{22}\.1795694400\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=31536000$/,
    );
  });

  it('recognize finds the device of its member', () => {
    const cookie = cookieOf();
    expect(devices.recognize(cookie, aMember({ displayName: 'Kiku' }), now)).toBe(
      cookie.split('.')[0],
    );
  });

  it('the device cookie differs each time and reveals nothing about the member', () => {
    expect(cookieOf()).not.toBe(cookieOf());
    // Two members’ cookies differ only in a random id and a keyed signature.
    expect(cookieOf(aMember({ id: '1024' })).replace(/[\w-]{43}$/, '')).toHaveLength(34);
  });

  it.each<[string, Member | null]>([
    ['another member', aMember({ id: '8' })],
    ['a member whose password has changed', aMember({ passwordHash: '{bcrypt}two' })],
    ['a stranger', null],
  ])('recognize returns null for %s', (_, member) => {
    expect(devices.recognize(cookieOf(), member, now)).toBeNull();
  });

  it('the device cookie expires after a year', () => {
    const cookie = cookieOf();
    expect(devices.recognize(cookie, aMember(), days(364.9))).not.toBeNull();
    expect(devices.recognize(cookie, aMember(), days(365))).toBeNull();
  });

  it.each<[string, (cookie: string) => string | undefined]>([
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['a forged one', () => cookieOf().replace(/[^.]*$/, 'a'.repeat(43))],
    ['one of another secret', () => foreign()],
    ['one with a later date', (cookie) => cookie.replace('.1795694400.', '.1795694401.')],
    ['one with another id', (cookie) => `${cookie.startsWith('b') ? 'c' : 'b'}${cookie.slice(1)}`],
    ['one that is cut off', (cookie) => cookie.slice(0, -1)],
    ['one with something behind', (cookie) => `${cookie}=`],
    ['a thousand dots', () => '.'.repeat(1000)],
    ['the name of every object', () => '__proto__'],
  ])('recognize ignores a device cookie that is %s', (_, change) => {
    const cookie = cookieOf();
    expect(devices.recognize(cookie, aMember(), now)).not.toBeNull();
    expect(devices.recognize(change(cookie), aMember(), now)).toBeNull();
  });

  it('the device cookie holds at most four members, the latest sign-ins', () => {
    const members = ['1', '2', '3', '4', '5'].map((id) => aMember({ id }));
    const cookie = members.reduce<string | undefined>(
      (before, member) => cookieOf(member, before),
      undefined,
    );
    const known = members.filter((member) => devices.recognize(cookie, member, now) !== null);
    expect(known.map(({ id }) => id)).toEqual(['2', '3', '4', '5']);
  });

  it('the device cookie has one mark per member, replaced at each sign-in', () => {
    const [hina, kiku] = [aMember({ id: '9' }), aMember()];
    const before = cookieOf(kiku, cookieOf(hina));
    const after = cookieOf(kiku, before);
    expect(after.split('~')).toHaveLength(2);
    expect(devices.recognize(after, kiku, now)).not.toBe(devices.recognize(before, kiku, now));
    expect(devices.recognize(after, hina, now)).toBe(devices.recognize(before, hina, now));
  });

  it('remember drops everything that does not look like a mark', () => {
    expect(cookieOf(aMember(), 'x; Domain=evil.example~<script>~\r\nset-cookie: a=b')).toMatch(
      /^[\w-]{22}\.\d{10}\.[\w-]{43}$/,
    );
  });
});

function foreign(): string {
  const cookie = openKnownDevices('another secret').remember(undefined, aMember(), now);
  return /=([^;]*);/.exec(cookie)?.[1] ?? '';
}
