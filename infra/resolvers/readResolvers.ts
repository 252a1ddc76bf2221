import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** The code that resolves one field. */
export interface FieldResolver {
  /** `Type.field`. */
  name: string;
  typeName: string;
  fieldName: string;
  file: string;
  /** The files of a pipeline's functions, in order; undefined for a unit resolver. */
  steps: string[] | undefined;
}

/** The folder's resolvers and the functions that their pipelines share. */
export interface ResolverFiles {
  fields: FieldResolver[];
  /** Each function's file by its name. */
  functions: Map<string, string>;
}

const FIELD = /^([A-Z]\w*)\.([a-z]\w*)\.ts$/;
const STEPS = /^export const steps = \[([^\]]+)\];$/m;
const SAME_STEPS = /^export \{ steps \} from '(.+)';$/m;

/**
 * `Type.field.ts` resolves a field: with its own `request` and `response`, or with `steps`, a list
 * of functions. A function is a file under `functions/` with the function's name; several fields
 * may use it.
 *
 * @throws if a step is not a file of `functions/`, or if no field uses a function.
 */
export function readResolvers(folder: string): ResolverFiles {
  const functions = readFunctions(join(folder, 'functions'));
  const fields = readdirSync(folder)
    .sort((a, b) => a.localeCompare(b, 'en'))
    .flatMap((file) => {
      const [, typeName, fieldName] = FIELD.exec(file) ?? [];
      if (typeName === undefined || fieldName === undefined) return [];
      const path = join(folder, file);
      return [
        {
          name: `${typeName}.${fieldName}`,
          typeName,
          fieldName,
          file: path,
          steps: readSteps(path),
        },
      ];
    });
  const used = fields.flatMap(({ steps = [] }) => steps);
  const known = [...functions.values()];
  refuse(
    'Unknown functions',
    folder,
    used.filter((step) => !known.includes(step)),
  );
  refuse(
    'Functions that no field uses',
    folder,
    known.filter((file) => !used.includes(file)),
  );
  return { fields, functions };
}

function readFunctions(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
    .sort();
  const functions = new Map(files.map((file) => [basename(file, '.ts'), file]));
  const named = [...functions.values()];
  refuse(
    'Functions of the same name',
    folder,
    files.filter((file) => !named.includes(file)),
  );
  return functions;
}

function readSteps(file: string): string[] | undefined {
  const code = readFileSync(file, 'utf8');
  const other = SAME_STEPS.exec(code)?.[1];
  if (other !== undefined) return readSteps(resolve(dirname(file), other));
  const names = STEPS.exec(code)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names
    ?.filter((name) => name !== '')
    .map((name) => {
      const path = new RegExp(`^import \\* as ${name} from '(.+)';$`, 'm').exec(code)?.[1];
      return resolve(dirname(file), path ?? `${name} is not imported`);
    });
}

function refuse(what: string, folder: string, files: string[]): void {
  const names = files.map((file) => relative(folder, file));
  if (names.length > 0) throw new Error(`${what} in resolvers/: ${names.join(', ')}`);
}
