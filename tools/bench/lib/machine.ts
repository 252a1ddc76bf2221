import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Describes the machine of a run, without which a figure says nothing. */
export function describeMachine(): string {
  const gibibytes = (totalmem() / 1024 ** 3).toFixed(1);
  const load = loadavg().map((value) => value.toFixed(2));
  return [
    `${cpus().length} cores of ${cpus()[0]?.model.trim() || 'an unknown kind'}, ${gibibytes} GiB`,
    `${type()} ${release()}, Node ${process.versions.node}`,
    `load ${load.join(' ')} (1, 5 and 15 minutes)`,
  ].join('; ');
}
