import { type Context, util } from '@aws-appsync/utils';
import type { IngestUpload, MutationCreateIngestUploadArgs } from './generated/schema.ts';
import { fromControl, toControl } from './lib/ingest/ingestControl.ts';
import { fail } from './lib/request/fail.ts';
import { operatorId } from './lib/request/operator.ts';

export function request(ctx: Context<MutationCreateIngestUploadArgs>) {
  const by = operatorId(ctx);
  const { fileName } = ctx.args;
  // In a path, such a name refers to a folder; and half a surrogate pair cannot be part of a URL.
  const isFolder = fileName === '.' || fileName === '..';
  if (isFolder || !util.matches('^[^/\\\\\\p{Cntrl}\\p{Cs}]{1,200}\\z', fileName)) {
    fail('InvalidArgument', 'fileName: expected 1 to 200 characters, no slash among them');
  }
  return toControl({ order: 'UPLOAD', by, fileName });
}

export function response(ctx: Context): IngestUpload {
  return fromControl<IngestUpload>(ctx);
}
