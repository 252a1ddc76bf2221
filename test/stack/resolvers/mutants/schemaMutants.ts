import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { MODES, modesOf } from './probeSchema.ts';

/** A schema with one directive missing, or one too many. */
export interface SchemaMutant {
  /** `Query.book without @aws_iam` */
  name: string;
  schema: string;
}

/** One mutant for each directive that a field or type has, and one for each that it lacks. */
export function schemaMutants(sdl: string): SchemaMutant[] {
  return definitions(sdl)
    .filter(({ definition }) => modesOf(definition.directives).length > 0)
    .flatMap(({ name, definition }) => mutantsOf(sdl, name, definition));
}

/**
 * A schema in which every field without a directive, which inherits its type's, is given this one.
 */
export interface BareFieldMutants {
  mode: string;
  fields: string[];
  schema: string;
}

/**
 * The fields without directives, given one: a mutant each, all in one schema, since fields do not
 * affect each other.
 */
export function bareFieldMutants(sdl: string): BareFieldMutants[] {
  const bare = definitions(sdl).filter(
    ({ name, definition }) => name.includes('.') && modesOf(definition.directives).length === 0,
  );
  return MODES.map((mode) => ({
    mode,
    fields: bare.map(({ name }) => name),
    // From the end, so that earlier positions stay valid.
    schema: bare.reduceRight((text, { definition: { loc } }) => {
      const end = loc?.end ?? 0;
      return `${text.slice(0, end)} @${mode} ${text.slice(end)}`;
    }, sdl),
  }));
}

/** Every type and every field, in the order of the text. */
function definitions(sdl: string): { name: string; definition: Definition }[] {
  return parse(sdl).definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const fields = (type.fields ?? []).map((field) => ({
      name: `${type.name.value}.${field.name.value}`,
      definition: field,
    }));
    return [{ name: type.name.value, definition: type }, ...fields];
  });
}

interface Definition {
  directives?: readonly ConstDirectiveNode[] | undefined;
  loc?: { end: number } | undefined;
}

function mutantsOf(sdl: string, name: string, definition: Definition): SchemaMutant[] {
  const { directives = [] } = definition;
  const present = directives.filter((one) => MODES.includes(one.name.value));
  const without = present.map(({ name: { value }, loc }) => ({
    name: `${name} without @${value}`,
    schema: sdl.slice(0, loc?.start) + sdl.slice(loc?.end),
  }));
  const start = present[0]?.loc?.start ?? 0;
  const widened = MODES.filter((mode) => !modesOf(directives).includes(mode)).map((mode) => ({
    name: `${name} with @${mode}`,
    schema: `${sdl.slice(0, start)} @${mode} ${sdl.slice(start)}`,
  }));
  return [...without, ...widened];
}
