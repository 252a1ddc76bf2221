import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** The processors, without which a figure says nothing. */
export function describeProcessors(): string {
  return `${cpus().length} cores of ${cpus()[0]?.model.trim() || 'an unknown kind'}`;
}

/** Describes the machine of a run. */
export function describeMachine(): string {
  const gibibytes = (totalmem() / 1024 ** 3).toFixed(1);
  const load = loadavg().map((value) => value.toFixed(2));
  return [
    `${describeProcessors()}, ${gibibytes} GiB`,
    `${type()} ${release()}, Node ${process.versions.node}`,
    `load ${load.join(' ')} (1, 5 and 15 minutes)`,
  ].join('; ');
}
