import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { MODES, modesOf } from './probeSchema.ts';

/** A schema in which one directive is missing, or one more than there should be. */
export interface SchemaMutant {
  /** `Query.book without @aws_iam` */
  name: string;
  schema: string;
}

/**
 * One mutant for each directive that a field or a type has, one for each that it lacks, and one for
 * each that a field without any could be given instead of its type's.
 */
export function schemaMutants(sdl: string): SchemaMutant[] {
  return parse(sdl).definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const ofType = modesOf(type.directives);
    const own = ofType.length > 0 ? mutantsOf(sdl, type.name.value, type) : [];
    const ofFields = (type.fields ?? []).flatMap((field) => {
      const name = `${type.name.value}.${field.name.value}`;
      return mutantsOf(sdl, name, field);
    });
    return [...own, ...ofFields];
  });
}

interface Definition {
  directives?: readonly ConstDirectiveNode[] | undefined;
  loc?: { end: number } | undefined;
  /** Of a type, before which its directives stand. */
  fields?: readonly { loc?: { start: number } | undefined }[] | undefined;
}

function mutantsOf(sdl: string, name: string, definition: Definition): SchemaMutant[] {
  const { directives = [] } = definition;
  const present = directives.filter((one) => MODES.includes(one.name.value));
  const without = present.map(({ name: { value }, loc }) => ({
    name: `${name} without @${value}`,
    schema: sdl.slice(0, loc?.start) + sdl.slice(loc?.end),
  }));
  const end = present[0]?.loc?.start ?? definition.loc?.end ?? 0;
  const widened = MODES.filter((mode) => !modesOf(directives).includes(mode)).map((mode) => ({
    name: `${name} with @${mode}`,
    schema: `${sdl.slice(0, end)} @${mode} ${sdl.slice(end)}`,
  }));
  return [...without, ...widened];
}
