import { originalPosition } from './originalPosition.ts';

/**
 * Describes a fault of resolver code for the log: what happened, and its position in the source.
 */
export function describeFault(fault: unknown, code: string, file: string): string {
  const { name, message, stack } = fault as Partial<Error>;
  const lines = (stack ?? '').split('\n');
  const inside = lines.find((line) => line.startsWith('    at ') && line.includes(file));
  const place = inside && /:(\d+):(\d+)\)?$/.exec(inside);
  const where = place ? originalPosition(code, file, Number(place[1]), Number(place[2])) : file;
  return `${where}: ${name ?? 'Error'}: ${message ?? String(fault)}`;
}
