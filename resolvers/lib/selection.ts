import type { Context } from '@aws-appsync/utils';

/**
 * The names that were selected below `path` (`''` for the field itself, else like `edges/node/`), or
 * null when that cannot be told: AppSync lists an alias in place of the field behind it, so a
 * selection that holds an alias may hide any field.
 */
export function selectedFields(ctx: Context, path: string): string[] | null {
  if (ctx.info.selectionSetGraphQL.indexOf(':') >= 0) return null;
  return ctx.info.selectionSetList
    .filter((selected) => selected.startsWith(path))
    .map((selected) => selected.slice(path.length));
}
