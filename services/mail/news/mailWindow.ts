import { z } from 'zod';

/** The hours in which members are mailed, in minutes since midnight in Japan. */
export interface MailWindow {
  from: number;
  /**
   * The first minute after the window. If it is less than `from`, the window spans midnight; if
   * equal, the window never closes.
   */
  until: number;
}

const TIME = '([01][0-9]|2[0-3]):([0-5][0-9])';
const window = z.string().regex(new RegExp(`^${TIME}-${TIME}$`), 'expected such as 08:00-10:00');

const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 24 * 60;
// Japan has no daylight saving time.
const JAPAN_AHEAD_MINUTES = 9 * 60;

/** Reads MAIL_WINDOW, such as `08:00-10:00`. Throws an error that names it if it is missing. */
export function readMailWindow(environment: NodeJS.ProcessEnv = process.env): MailWindow {
  const { MAIL_WINDOW } = z.object({ MAIL_WINDOW: window }).parse(environment);
  const [from = 0, until = 0] = MAIL_WINDOW.split('-').map(minutesOf);
  return { from, until };
}

/** Returns when the window opens next; null if it is open now. */
export function nextOpening({ from, until }: MailWindow, now: Date): Date | null {
  const minute = Math.floor(now.getTime() / MINUTE_MS) + JAPAN_AHEAD_MINUTES;
  const today = minute % MINUTES_PER_DAY;
  const isOpen = from < until ? from <= today && today < until : from <= today || today < until;
  if (isOpen) return null;
  const wait = (from - today + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return new Date((minute - JAPAN_AHEAD_MINUTES + wait) * MINUTE_MS);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
