import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Code, type CodeConfig } from 'aws-cdk-lib/aws-appsync';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { bundleResolver } from './bundleResolver.ts';

/** A resolver's code, bundled during synthesis and stored beside the template. */
export class ResolverCode extends Code {
  private readonly file: string;

  constructor(file: string) {
    super();
    this.file = file;
  }

  override bind(scope: Construct): CodeConfig {
    const folder = mkdtempSync(join(tmpdir(), 'shinkan-resolver-'));
    try {
      const bundle = join(folder, basename(this.file).replace(/\.ts$/, '.js'));
      writeFileSync(bundle, bundleResolver(this.file));
      return { s3Location: new Asset(scope, 'Code', { path: bundle }).s3ObjectUrl };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
