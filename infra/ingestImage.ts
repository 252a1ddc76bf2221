import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerImageAsset, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import type { Construct } from 'constructs';
import { bundle, ROOT } from './bundle.ts';

/**
 * The image of the ingest container: one bundled file on Node. This only describes it; only a
 * deployment needs Docker.
 */
export function ingestImage(scope: Construct, id: string): DockerImageAsset {
  const directory = mkdtempSync(join(tmpdir(), 'shinkan-ingest-'));
  try {
    bundle('services/ingest/stage.container.ts', directory);
    copyFileSync(
      join(import.meta.dirname, 'images/ingest/Dockerfile'),
      join(directory, 'Dockerfile'),
    );
    cpSync(join(ROOT, 'services/ingest/profiles'), join(directory, 'profiles'), {
      recursive: true,
    });
    return new DockerImageAsset(scope, id, { directory, platform: Platform.LINUX_ARM64 });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
