import type { Json } from '../../../lib/resource.ts';

/** Tells whether an item of a list stays; `root` is what `$` means. */
export type Filter = (item: Json, root: Json) => boolean;

/** One step of a JSONPath. `deep` looks at every level below, as `..` does. */
export type Step = { deep: boolean } & (
  | { kind: 'names'; names: string[] }
  | { kind: 'indexes'; indexes: number[] }
  | { kind: 'slice'; from: number | undefined; to: number | undefined }
  | { kind: 'all' }
  | { kind: 'filter'; filter: Filter }
);

/** A parsed JSONPath. */
export interface Path {
  /** `$` is the state's data, `$$` the context object. */
  root: '$' | '$$';
  steps: Step[];
  /** Whether it names one place: then it gives the value there, otherwise a list of all that it finds. */
  isDefinite: boolean;
}
