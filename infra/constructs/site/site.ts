import { Duration } from 'aws-cdk-lib';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  PriceClass,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import type { Api } from '../api/api.ts';
import type { Issuer } from '../auth/issuer.ts';
import type { SignIn } from '../auth/signIn.ts';
import { toSignIn } from '../auth/toSignIn.ts';
import type { Database } from '../database/database.ts';
import { functionOrigin } from '../lib/functionOrigin.ts';
import { logBucket } from '../lib/logBucket.ts';
import { privateBucket } from '../lib/privateBucket.ts';
import { toUnsubscribe } from '../mail/toUnsubscribe.ts';
import type { Unsubscribe } from '../mail/unsubscribe.ts';
import { cacheForAMoment } from './cacheForAMoment.ts';
import { ownDomain } from './ownDomain.ts';
import { Pages } from './pages.ts';
import { rewriteToApp } from './rewriteToApp.ts';
import { bookPageHeaders, embedHeaders, pageHeaders, securityHeaders } from './securityHeaders.ts';
import { deployWebApp } from './webApp.ts';

export interface SiteProps {
  database: Database;
  api: Api;
  signIn: SignIn;
  unsubscribe: Unsubscribe;
  issuer: Issuer;
  /** The folder that holds the built web app. */
  built: string;
}

/** One address for everything a browser needs, so that the sign-in's cookie is a first-party one. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly pages: Pages;

  constructor(
    scope: Construct,
    id: string,
    { database, api, signIn, unsubscribe, issuer, built }: SiteProps,
  ) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket');
    const pages = new Pages(this, 'BookPages', { database, built });
    this.pages = pages;
    // The page must not be published before the files it loads.
    pages.handler.node.addDependency(deployWebApp(this, { bucket: this.bucket, built, api }));
    const everywhere = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: securityHeaders(this, 'Headers', api),
      compress: true,
    };
    const books = {
      ...everywhere,
      responseHeadersPolicy: bookPageHeaders(this, 'BookPageHeaders', api),
      origin: functionOrigin(pages, Duration.seconds(12)),
      cachePolicy: cacheForAMoment(this, 'BookPageCache'),
    };
    // With the right to list, a missing file is a plain 404 instead of a 403.
    const files = S3BucketOrigin.withOriginAccessControl(this.bucket, {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Shinkan',
      defaultRootObject: 'index.html',
      defaultBehavior: {
        ...everywhere,
        origin: files,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: rewriteToApp(this, 'RewriteToApp'),
          },
        ],
      },
      additionalBehaviors: {
        '/auth/*': {
          ...everywhere,
          origin: functionOrigin(signIn, Duration.seconds(25)),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: toSignIn(this, 'ToSignIn'),
        },
        '/mail/*': {
          ...everywhere,
          responseHeadersPolicy: pageHeaders(this, 'MailHeaders'),
          origin: functionOrigin(unsubscribe, Duration.seconds(25)),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: toUnsubscribe(this, 'ToUnsubscribe'),
        },
        '/books/*': books,
        '/en/books/*': books,
        '/embed/*': {
          ...everywhere,
          responseHeadersPolicy: embedHeaders(this, 'EmbedHeaders'),
          origin: files,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        },
        '/.well-known/*': {
          ...everywhere,
          origin: S3BucketOrigin.withOriginAccessControl(issuer.bucket),
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        },
      },
      // North America, Europe and Asia with Japan.
      priceClass: PriceClass.PRICE_CLASS_200,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableLogging: true,
      logBucket: logBucket(this, 'Log'),
    });
    acknowledge(
      this.distribution,
      {
        id: '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
        reason: 'The root has its own page, so the listing is never shown.',
      },
      {
        id: 'AwsSolutions-CFR1',
        reason: 'Readers travel; the catalogue is public everywhere.',
      },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Our own table counts password guesses; WebAclArn puts a web ACL of the shop in front.',
      },
      {
        id: 'AwsSolutions-CFR4',
        reason: 'Deployments without their own domain use CloudFront’s certificate and its TLS.',
      },
    );
    ownDomain(this.distribution);
  }
}
