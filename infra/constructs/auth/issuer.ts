import { Duration, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { CfnVersion } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import { Handler } from '../lib/handler.ts';
import { onDeployment } from '../lib/onDeployment.ts';
import { privateBucket } from '../lib/privateBucket.ts';
import type { SigningKeys } from './signingKeys.ts';

const DOCUMENTS = ['openid-configuration', 'jwks.json'];

/** Publishes what verifiers of our tokens need, as two static files under `/.well-known/`. */
export class Issuer extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { signingKeys }: { signingKeys: SigningKeys }) {
    super(scope, id);
    const issuer = parameter(Stack.of(this), 'SiteUrl');
    this.bucket = privateBucket(this, 'Bucket');
    const publish = new Handler(this, 'PublishIssuer', {
      description: 'Writes the discovery document and the public keys of the token issuer',
      entry: 'services/auth/publishIssuer.lambda.ts',
      environment: {
        SIGNING_KEYS: signingKeys.list,
        ISSUER: issuer,
        ISSUER_BUCKET: this.bucket.bucketName,
      },
      timeout: Duration.minutes(1),
    });
    signingKeys.grantRead(publish);
    Grant.addToPrincipal({
      grantee: publish,
      actions: ['s3:PutObject'],
      resourceArns: DOCUMENTS.map((name) => this.bucket.arnForObjects(`.well-known/${name}`)),
    });
    // A different address means a different issuer. The trigger watches the version, and notices a
    // changed parameter value only if something that replaces the version carries it.
    const version = publish.currentVersion.node.defaultChild as CfnVersion;
    version.description = issuer;
    onDeployment(this, 'Publication', {
      handler: publish,
      after: this.bucket,
      timeout: Duration.minutes(2),
    });
  }
}
