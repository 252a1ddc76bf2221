import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the resolvers folder holds for one field. */
export interface ResolverFiles {
  /** `Type.field`. */
  name: string;
  typeName: string;
  fieldName: string;
  /** The resolver's own code; a pipeline may do without. */
  file: string | undefined;
  /** The steps of a pipeline in their order; empty for a plain resolver. */
  steps: string[];
}

const FIELD = /^([A-Z]\w*)\.([a-z]\w*)(\.ts)?$/;
const STEP = /^\d+[-.].*\.ts$/;

/** What a pipeline without code of its own does before and after its steps: nothing. */
export const PASS_THROUGH = `export function request() { return {}; }
export function response(ctx) { return ctx.prev.result; }
`;

/**
 * `Type.field.ts` is a resolver; a folder `Type.field/` is a pipeline with numbered steps and, if it
 * needs one, a `resolver.ts` around them. Everything else in the folder is shared code.
 */
export function readResolvers(folder: string): ResolverFiles[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap((entry) => {
      const match = FIELD.exec(entry.name);
      if (match === null) return [];
      const [, typeName = '', fieldName = '', extension] = match;
      if (entry.isDirectory() === (extension !== undefined)) return [];
      const path = join(folder, entry.name);
      const files = entry.isDirectory() ? readPipeline(path) : { file: path, steps: [] };
      return [{ name: `${typeName}.${fieldName}`, typeName, fieldName, ...files }];
    });
}

function readPipeline(folder: string): Pick<ResolverFiles, 'file' | 'steps'> {
  const steps = readdirSync(folder)
    .filter((name) => STEP.test(name))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => join(folder, name));
  if (steps.length === 0)
    throw new Error(`${folder} holds no step; expected files such as 1-findBook.ts`);
  const around = join(folder, 'resolver.ts');
  return { file: existsSync(around) ? around : undefined, steps };
}
