import { existsSync } from 'node:fs';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { hasProgram, installPackages } from './installPackages.ts';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Debian's build of Chromium without a window; it has no notifications. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** The path of the headless shell; null if it is not installed. */
export function findHeadlessShell(): string | null {
  return existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : null;
}

/** The path of a Chromium; installs one, with fonts for Japanese, where the machine allows it. */
export function ensureChromium(): string {
  const found = CANDIDATES.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (hasProgram('apt-get')) {
    installPackages('Chromium', ['chromium', 'fonts-noto-cjk'], ['chromium-headless-shell']);
  }
  const installed = CANDIDATES.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  throw new StopWithMessage(`No Chromium was found. Looked at: ${CANDIDATES.join(', ')}`);
}
