import { existsSync } from 'node:fs';
import { StopWithMessage } from '../cli/stopWithMessage.ts';
import { hasProgram, installPackages } from './ensureMariadb.ts';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium; installs one, with fonts for Japanese, where the machine allows it. */
export function ensureChromium(): string {
  const found = CANDIDATES.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (hasProgram('apt-get')) installPackages('Chromium', ['chromium', 'fonts-noto-cjk']);
  const installed = CANDIDATES.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  throw new StopWithMessage(`No Chromium was found. Looked at: ${CANDIDATES.join(', ')}`);
}
