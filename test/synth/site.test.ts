import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { resources, templates } from './synthesize.ts';

const distribution = () =>
  resources('AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig;

const behaviour = (path: string) =>
  distribution().CacheBehaviors.find(
    (found: { PathPattern: string }) => found.PathPattern === path,
  );

function origin(id: string) {
  return distribution().Origins.find((found: { Id: string }) => found.Id === id);
}

describe('the site', () => {
  it('answers every address of the app with its one page, and nothing else', () => {
    expect(distribution().DefaultCacheBehavior.FunctionAssociations).toHaveLength(1);
    for (const found of distribution().CacheBehaviors)
      expect(found.FunctionAssociations).toBeUndefined();
    expect(distribution().CustomErrorResponses).toBeUndefined();
  });

  it('passes sign-in on, never from a cache, with the origin secret and the address of the browser', () => {
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(behaviour('/auth/*').CachePolicyId).toBe(cachingDisabled);
    expect(behaviour('/auth/*').AllowedMethods).toContain('POST');
    const [policy] = resources('AWS::CloudFront::OriginRequestPolicy');
    expect(behaviour('/auth/*').OriginRequestPolicyId).toEqual({ Ref: policy?.logicalId });
    expect(policy?.Properties.OriginRequestPolicyConfig.HeadersConfig.Headers).toEqual([
      'CloudFront-Viewer-Address',
      'Origin',
      'Sec-Fetch-Site',
      'X-Requested-With',
    ]);
    // The session's cookie, and that of a known device.
    expect(policy?.Properties.OriginRequestPolicyConfig.CookiesConfig.CookieBehavior).toBe('all');
    const [header] = origin(behaviour('/auth/*').TargetOriginId).OriginCustomHeaders;
    expect(header.HeaderName).toBe('x-origin-verify');
    expect(JSON.stringify(header.HeaderValue)).toContain('{{resolve:secretsmanager:');
  });

  it('passes links of mails on, never from a cache, with a secret of its own and without cookies', () => {
    const links = behaviour('/mail/*');
    expect(links.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(links.AllowedMethods).toContain('POST');
    const policy = resources('AWS::CloudFront::OriginRequestPolicy').find(
      ({ logicalId }) => logicalId === links.OriginRequestPolicyId.Ref,
    )?.Properties.OriginRequestPolicyConfig;
    expect(policy.HeadersConfig.Headers).toEqual(['Accept-Language']);
    expect(policy.CookiesConfig.CookieBehavior).toBe('none');
    expect(policy.QueryStringsConfig.QueryStringBehavior).toBe('none');
    const secretOf = (path: string) =>
      JSON.stringify(origin(behaviour(path).TargetOriginId).OriginCustomHeaders[0].HeaderValue);
    expect(secretOf('/mail/*')).toContain('{{resolve:secretsmanager:');
    expect(secretOf('/mail/*')).not.toBe(secretOf('/auth/*'));
  });

  it('asks a function of its own for the pages of books, which it keeps for a moment, one for everybody', () => {
    const [policy, ...others] = resources('AWS::CloudFront::CachePolicy');
    expect(others).toEqual([]);
    const config = policy?.Properties.CachePolicyConfig;
    expect(config).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 86_400 });
    const { EnableAcceptEncodingBrotli, EnableAcceptEncodingGzip, ...key } =
      config.ParametersInCacheKeyAndForwardedToOrigin;
    expect([EnableAcceptEncodingBrotli, EnableAcceptEncodingGzip]).toEqual([true, true]);
    expect(key).toEqual({
      HeadersConfig: { HeaderBehavior: 'none' },
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    });
    for (const path of ['/books/*', '/en/books/*']) {
      expect(behaviour(path).CachePolicyId).toEqual({ Ref: policy?.logicalId });
      expect(behaviour(path).OriginRequestPolicyId).toBeUndefined();
      expect(behaviour(path).AllowedMethods ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
      const [header] = origin(behaviour(path).TargetOriginId).OriginCustomHeaders;
      expect(JSON.stringify(header)).toMatch(/x-origin-verify.*resolve:secretsmanager:/);
    }
  });

  it('puts the page of books there after the files that it asks for, and lets it send single statements', () => {
    const [page] = resources('AWS::Lambda::Function').filter(({ logicalId }) =>
      logicalId.includes('ServePages'),
    );
    expect(JSON.stringify(page?.DependsOn)).toContain('Files');
    const [policy] = resources('AWS::IAM::Policy').filter(({ logicalId }) =>
      logicalId.includes('ServePages'),
    );
    const actions = policy?.Properties.PolicyDocument.Statement.flatMap(
      ({ Action }: { Action: string | string[] }) => Action,
    );
    expect(actions.filter((action: string) => !/^(logs|xray):/.test(action)).sort()).toEqual([
      'rds-data:ExecuteStatement',
      'secretsmanager:GetSecretValue',
    ]);
  });

  it('makes as many pages of books at once as the deployment says, and is not bounded where it says nothing', () => {
    const [page] = resources('AWS::Lambda::Function').filter(({ logicalId }) =>
      logicalId.includes('ServePages'),
    );
    const [condition, most, otherwise] =
      page?.Properties.ReservedConcurrentExecutions?.['Fn::If'] ?? [];
    const web = templates().web.toJSON();
    expect(web.Conditions[condition]).toEqual({
      'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'PagesConcurrency' }, ''] }],
    });
    expect([most, otherwise]).toEqual([{ Ref: 'PagesConcurrency' }, { Ref: 'AWS::NoValue' }]);
    expect(web.Parameters.PagesConcurrency.Default).toBe('');
  });

  it('serves both buckets through access control alone', () => {
    for (const { TargetOriginId } of [
      distribution().DefaultCacheBehavior,
      behaviour('/.well-known/*'),
    ])
      expect(origin(TargetOriginId).OriginAccessControlId).toBeDefined();
    for (const bucket of resources('AWS::S3::Bucket'))
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });

  it('takes a domain and a web ACL of the shop where they are given', () => {
    expect(distribution().Aliases['Fn::If']).toEqual([
      'HasDomain',
      [{ Ref: 'SiteDomain' }],
      { Ref: 'AWS::NoValue' },
    ]);
    expect(distribution().WebACLId['Fn::If'][0]).toBe('HasWebAcl');
  });
});

/** The policy for headers that is called so. */
function policyCalled(comment: string) {
  return resources('AWS::CloudFront::ResponseHeadersPolicy').find(
    ({ Properties }) => Properties.ResponseHeadersPolicyConfig.Comment === comment,
  )?.Properties.ResponseHeadersPolicyConfig;
}

/** Which policy for headers a path has. */
function toldBy(path = ''): string {
  if (path.includes('/books/')) return 'Shinkan, pages of books';
  if (path === '/embed/*') return 'Shinkan, what pages of other sites may load';
  return path === '/mail/*' ? 'Shinkan, pages behind links of mails' : 'Shinkan';
}

describe('every answer of the site', () => {
  const policies = () => resources('AWS::CloudFront::ResponseHeadersPolicy');
  const headers = () => policyCalled('Shinkan');
  const isForEverySite = (config: { CorsConfig?: unknown }) => config.CorsConfig !== undefined;

  it('carries the security headers, whichever behaviour it has', () => {
    const behaviours = [distribution().DefaultCacheBehavior, ...distribution().CacheBehaviors];
    expect(behaviours.length).toBeGreaterThan(3);
    for (const found of behaviours) {
      expect(found.ViewerProtocolPolicy).toBe('redirect-to-https');
      const told = resources('AWS::CloudFront::ResponseHeadersPolicy').find(
        ({ logicalId }) => logicalId === found.ResponseHeadersPolicyId.Ref,
      )?.Properties.ResponseHeadersPolicyConfig.Comment;
      expect(told, found.PathPattern).toBe(toldBy(found.PathPattern));
    }
    for (const { Properties } of policies()) {
      const config = Properties.ResponseHeadersPolicyConfig;
      expect(config.SecurityHeadersConfig).toMatchObject({
        ContentSecurityPolicy: { Override: true },
        StrictTransportSecurity: {
          AccessControlMaxAgeSec: 63_072_000,
          IncludeSubdomains: true,
          Override: true,
        },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { Override: true },
      });
      expect(config.CustomHeadersConfig.Items).toEqual([
        {
          Header: 'Permissions-Policy',
          Value: expect.stringContaining('camera=()'),
          Override: true,
        },
        { Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin', Override: true },
        {
          Header: 'Cross-Origin-Resource-Policy',
          Value: isForEverySite(config) ? 'cross-origin' : 'same-origin',
          Override: true,
        },
        { Header: 'X-Permitted-Cross-Domain-Policies', Value: 'none', Override: true },
        config.Comment.includes('books')
          ? // Browsers ask each time, whatever the distribution is told.
            { Header: 'Cache-Control', Value: 'no-cache', Override: true }
          : { Header: 'Cache-Control', Value: 'no-store', Override: false },
      ]);
      expect(config.RemoveHeadersConfig.Items).toEqual([
        { Header: 'Server' },
        { Header: 'X-Powered-By' },
      ]);
    }
    // No page of another site may ask with what a member's browser holds.
    const forEverySite = policies()
      .map(({ Properties }) => Properties.ResponseHeadersPolicyConfig)
      .filter(isForEverySite);
    expect(forEverySite.map(({ Comment }) => Comment)).toEqual([toldBy('/embed/*')]);
    expect(headers().SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy).toBe(
      'strict-origin-when-cross-origin',
    );
  });

  it('lets pages of books do what the other pages of the app may, and nothing more', () => {
    const books = policyCalled('Shinkan, pages of books');
    expect(books?.SecurityHeadersConfig).toEqual(headers().SecurityHeadersConfig);
  });

  it('lets pages run our scripts and call our API, and nothing else', () => {
    const policy = JSON.stringify(
      headers().SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
    );
    expect(policy).toContain(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'",
    );
    expect(policy).toContain(
      "require-trusted-types-for 'script'; trusted-types structured-data offline-page",
    );
    expect(policy).toContain('GraphQLUrl');
    expect(policy).toContain('RealtimeUrl');
    expect(policy).not.toContain('unsafe');
  });
});

describe('a page behind a link of a mail', () => {
  const told = () => policyCalled('Shinkan, pages behind links of mails')?.SecurityHeadersConfig;

  it('carries them too, runs no script and tells nobody its address', () => {
    expect(told()).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000 },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
    const policy = told().ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy).toContain("default-src 'none'; style-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("trusted-types 'none'");
    expect(policy).not.toContain('script-src');
  });
});

describe('what pages of other sites load', () => {
  const config = () => policyCalled(toldBy('/embed/*'));

  it('may be read by every site, without cookies, and by reading alone', () => {
    expect(config().CorsConfig).toEqual({
      AccessControlAllowCredentials: false,
      AccessControlAllowHeaders: { Items: ['*'] },
      AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
      AccessControlAllowOrigins: { Items: ['*'] },
      OriginOverride: true,
    });
    const { AllowedMethods, FunctionAssociations, TargetOriginId } = behaviour('/embed/*');
    expect(AllowedMethods ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
    expect(FunctionAssociations).toBeUndefined();
    expect(TargetOriginId).toBe(distribution().DefaultCacheBehavior.TargetOriginId);
  });

  it('is a script and a file, and no page that could do anything', () => {
    const policy = config().SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('finds the addresses of its deployment beside it, and is kept for minutes', () => {
    const [, , embed] = resources('Custom::CDKBucketDeployment');
    expect(JSON.stringify(embed?.Properties.SourceMarkers)).toMatch(
      /GraphQLUrl.*RealtimeUrl.*ApiKey/,
    );
    expect(embed?.Properties.SystemMetadata['cache-control']).toBe('public, max-age=300');
  });
});

describe('the web app', () => {
  it('finds the addresses of its deployment in config.json', () => {
    const markers = resources('Custom::CDKBucketDeployment').map((found) =>
      JSON.stringify(found.Properties.SourceMarkers ?? []),
    );
    expect(markers.join()).toMatch(/GraphQLUrl.*RealtimeUrl.*ApiKey/);
  });

  it('keeps files with a hash in their name for a year, and pages not at all', () => {
    const cache = resources('Custom::CDKBucketDeployment').map(
      (found) => found.Properties.SystemMetadata['cache-control'],
    );
    expect(cache.slice(0, 2)).toEqual(['max-age=31536000, immutable', 'no-cache']);
  });

  it('never takes away a file that an open page may still ask for', () => {
    for (const found of resources('Custom::CDKBucketDeployment'))
      expect(found.Properties.Prune).toBe(false);
  });
});

describe('the issuer', () => {
  it('publishes again when the address of the site changes', () => {
    templates().web.hasResourceProperties('AWS::Lambda::Version', {
      Description: { Ref: 'SiteUrl' },
    });
    templates().web.hasResourceProperties('Custom::Trigger', {
      HandlerArn: { Ref: Match.stringLikeRegexp('PublishIssuer') },
    });
  });
});
