import type { Context } from '@aws-appsync/utils';
import type { CatalogueKind } from '../../generated/schema.ts';
import { memberId } from '../request/identity.ts';
import { catalogueId } from '../request/ids.ts';

/** A contributor or a series. */
export interface Target {
  kind: CatalogueKind;
  id: string;
}

/** The arguments of a mutation that names either. */
export interface TargetArgs {
  contributorId?: string;
  seriesId?: string;
}

/** The contributor or series that the arguments of the mutation name. */
export function namedTarget({ args }: Context<TargetArgs>): Target {
  if (args.seriesId !== undefined) return { kind: 'SERIES', id: args.seriesId };
  return { kind: 'CONTRIBUTOR', id: args.contributorId ?? '' };
}

/** The contributor or series whose field is being resolved. */
export function sourceTarget(ctx: Context<object, object, object, { id: string }>): Target {
  const kind = ctx.info.parentTypeName === 'Series' ? 'SERIES' : 'CONTRIBUTOR';
  return { kind, id: ctx.source?.id ?? '' };
}

/** The values `:me`, `:kind` and `:id`. */
export function targetValues(ctx: Context, { kind, id }: Target): { [name: string]: string } {
  return { me: memberId(ctx) ?? '', kind, id: catalogueId(id) };
}
