/**
 * The cause of a failed execution without what only machines read: of a function's error its message,
 * of a container's task why it stopped and how each of its containers ended; everything else as it is.
 * Step Functions cuts a long cause off, so that it need not be whole JSON.
 */
export function readCause(cause: string | null | undefined): string | null {
  if (!cause || !/^\s*\{/.test(cause)) return cause || null;
  const [message] = textsOf(cause, 'errorMessage');
  if (message !== undefined) return message;
  const task = [
    ...textsOf(cause, 'StoppedReason'),
    ...valuesOf(cause, 'ExitCode', '-?\\d+').map((code) => `ExitCode ${code}`),
    ...textsOf(cause, 'Reason'),
  ];
  return task.length > 0 ? task.join('; ') : cause;
}

function textsOf(json: string, member: string): string[] {
  return valuesOf(json, member, '"(?:[^"\\\\]|\\\\.)*"').flatMap((text): string[] => {
    try {
      return [JSON.parse(text)];
    } catch {
      return [];
    }
  });
}

function valuesOf(json: string, member: string, value: string): string[] {
  const members = json.matchAll(new RegExp(`"${member}"\\s*:\\s*(${value})`, 'g'));
  return [...members].map(([, found = '']) => found);
}
