import { readFileSync } from 'node:fs';
import { NotEmulated } from '../../lib/refuse.ts';

/** What running a container image does, as far as can be determined without building it. */
export interface ImageSettings {
  entryPoint: string[];
  command: string[];
  environment: { [name: string]: string };
}

// These have no effect on a Node program in the build directory.
const harmless = new Set(['FROM', 'WORKDIR', 'COPY', 'USER', 'LABEL', 'EXPOSE', 'STOPSIGNAL']);

/**
 * Reads the Dockerfile of an image that only copies its build directory into a Node.js base image.
 * Throws for any instruction that would make the image differ from the directory.
 */
export function readDockerfile(file: string): ImageSettings {
  const settings: ImageSettings = { entryPoint: [], command: [], environment: {} };
  const lines = readFileSync(file, 'utf8')
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of lines) {
    const [, instruction = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    const name = instruction.toUpperCase();
    if (name === 'CMD') settings.command = readExec(file, line, rest);
    else if (name === 'ENTRYPOINT') settings.entryPoint = readExec(file, line, rest);
    else if (name === 'ENV') Object.assign(settings.environment, readEnv(file, line, rest));
    else if (name === 'FROM' && !/^(\S+\/)?node:24\b/.test(rest)) {
      throw new NotEmulated(`${file}: the base image ${rest} is not emulated, only node:24`);
    } else if (!harmless.has(name)) {
      throw new NotEmulated(`${file}: the instruction ${line} is not emulated`);
    }
  }
  return settings;
}

function readExec(file: string, line: string, rest: string): string[] {
  if (rest.startsWith('[')) return JSON.parse(rest);
  throw new NotEmulated(`${file}: ${line} is not emulated, only the form with a list`);
}

function readEnv(file: string, line: string, rest: string): { [name: string]: string } {
  const pairs = [...rest.matchAll(/([A-Za-z_]\w*)=("([^"]*)"|\S*)/g)];
  if (pairs.length === 0)
    throw new NotEmulated(`${file}: ${line} is not emulated, only NAME=value`);
  return Object.fromEntries(pairs.map(([, name, bare, quoted]) => [name, quoted ?? bare ?? '']));
}
