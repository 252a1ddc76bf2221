import { z } from 'zod';

/**
 * Formats that anyone who reads the table can reverse quickly: off unless a deployment names them.
 */
const weakFormat = z.enum(['noop', 'MD5', 'SHA-1', 'SHA-256']);

export type WeakFormat = z.infer<typeof weakFormat>;

/** Comma-separated names; an empty text names none. Rejects a name that is not a weak format. */
export const weakFormats = z.string().transform((text, context): ReadonlySet<WeakFormat> => {
  const names = text.split(',').map((name) => name.trim());
  const read = z.array(weakFormat).safeParse(names.filter((name) => name !== ''));
  if (read.success) return new Set(read.data);
  context.addIssue(`"${text}" is no list of ${weakFormat.options.join(', ')}`);
  return z.NEVER;
});
