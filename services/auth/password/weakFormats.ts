import { z } from 'zod';

/** Formats that whoever reads the table can undo in no time: off unless a deployment names them. */
const weakFormat = z.enum(['noop', 'MD5', 'SHA-1', 'SHA-256']);

export type WeakFormat = z.infer<typeof weakFormat>;

/** Names with commas; an empty text names none. A name that is no weak format is an error that says so. */
export const weakFormats = z.string().transform((text, context): ReadonlySet<WeakFormat> => {
  const names = text.split(',').map((name) => name.trim());
  const read = z.array(weakFormat).safeParse(names.filter((name) => name !== ''));
  if (read.success) return new Set(read.data);
  context.addIssue(`"${text}" is no list of ${weakFormat.options.join(', ')}`);
  return z.NEVER;
});
