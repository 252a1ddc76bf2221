/**
 * Shortens the cause of a failed execution for people: a function's error to its message, a
 * container task's to its stop reason and its containers' exits; anything else is unchanged. Step
 * Functions truncates a long cause, so it need not be complete JSON.
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
