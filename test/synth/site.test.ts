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

describe('The site', () => {
  it('the site answers every address of the app with its one page, and nothing else', () => {
    expect(distribution().DefaultCacheBehavior.FunctionAssociations).toHaveLength(1);
    for (const found of distribution().CacheBehaviors)
      expect(found.FunctionAssociations).toBeUndefined();
    expect(distribution().CustomErrorResponses).toBeUndefined();
  });

  it("sign-in requests bypass the cache and carry the origin secret and the browser's address", () => {
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

  it('mail links bypass the cache and carry their own secret and no cookies', () => {
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

  it('book pages come from a function of their own and are cached briefly, once for everybody', () => {
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

  it('the book page function is deployed after the files it refers to, and may run single statements', () => {
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

  it('the book page function has the concurrency that the deployment sets, and no limit if it sets none', () => {
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

  it('both buckets are served through origin access control alone', () => {
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

  it("the site uses the shop's domain and web ACL where they are given", () => {
    expect(distribution().Aliases['Fn::If']).toEqual([
      'HasDomain',
      [{ Ref: 'SiteDomain' }],
      { Ref: 'AWS::NoValue' },
    ]);
    expect(distribution().WebACLId['Fn::If'][0]).toBe('HasWebAcl');
  });
});

/** The response headers policy with this comment. */
function policyCalled(comment: string) {
  return resources('AWS::CloudFront::ResponseHeadersPolicy').find(
    ({ Properties }) => Properties.ResponseHeadersPolicyConfig.Comment === comment,
  )?.Properties.ResponseHeadersPolicyConfig;
}

/** The response headers policy of a path. */
function toldBy(path = ''): string {
  if (path.includes('/books/')) return 'Shinkan, book pages';
  if (path === '/embed/*') return 'Shinkan, files for pages of other sites';
  return path === '/mail/*' ? 'Shinkan, pages behind links in mails' : 'Shinkan';
}

describe('Responses of the site', () => {
  const policies = () => resources('AWS::CloudFront::ResponseHeadersPolicy');
  const headers = () => policyCalled('Shinkan');
  const isForEverySite = (config: { CorsConfig?: unknown }) => config.CorsConfig !== undefined;

  it('every behaviour of the site has the security headers', () => {
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
        config.Comment.includes('book pages')
          ? // Browsers revalidate each time, whatever the distribution is told.
            { Header: 'Cache-Control', Value: 'no-cache', Override: true }
          : { Header: 'Cache-Control', Value: 'no-store', Override: false },
      ]);
      expect(config.RemoveHeadersConfig.Items).toEqual([
        { Header: 'Server' },
        { Header: 'X-Powered-By' },
      ]);
    }
    // No page of another site may send requests with a member's credentials.
    const forEverySite = policies()
      .map(({ Properties }) => Properties.ResponseHeadersPolicyConfig)
      .filter(isForEverySite);
    expect(forEverySite.map(({ Comment }) => Comment)).toEqual([toldBy('/embed/*')]);
    expect(headers().SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy).toBe(
      'strict-origin-when-cross-origin',
    );
  });

  it('book pages have the same policy as the other pages of the app', () => {
    const books = policyCalled('Shinkan, book pages');
    expect(books?.SecurityHeadersConfig).toEqual(headers().SecurityHeadersConfig);
  });

  it('pages may run our scripts and call our API, and nothing else', () => {
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

describe('An unsubscribe page', () => {
  const told = () => policyCalled('Shinkan, pages behind links in mails')?.SecurityHeadersConfig;

  it('an unsubscribe page has the security headers, runs no script and sends no referrer', () => {
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

describe('Files for other sites', () => {
  const config = () => policyCalled(toldBy('/embed/*'));

  it('files for other sites may be read by every origin, without cookies', () => {
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

  it('files for other sites are a script and a data file, and no page that could act', () => {
    const policy = config().SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
  });

  it("the embed script finds its deployment's addresses beside it, cached for minutes", () => {
    const [, , embed] = resources('Custom::CDKBucketDeployment');
    expect(JSON.stringify(embed?.Properties.SourceMarkers)).toMatch(
      /GraphQLUrl.*RealtimeUrl.*ApiKey/,
    );
    expect(embed?.Properties.SystemMetadata['cache-control']).toBe('public, max-age=300');
  });
});

describe('The web app', () => {
  it("the web app finds its deployment's addresses in config.json", () => {
    const markers = resources('Custom::CDKBucketDeployment').map((found) =>
      JSON.stringify(found.Properties.SourceMarkers ?? []),
    );
    expect(markers.join()).toMatch(/GraphQLUrl.*RealtimeUrl.*ApiKey/);
  });

  it('the web app caches hashed files for a year and pages not at all', () => {
    const cache = resources('Custom::CDKBucketDeployment').map(
      (found) => found.Properties.SystemMetadata['cache-control'],
    );
    expect(cache.slice(0, 2)).toEqual(['max-age=31536000, immutable', 'no-cache']);
  });

  it('a deployment never deletes a file that an open page may still request', () => {
    for (const found of resources('Custom::CDKBucketDeployment'))
      expect(found.Properties.Prune).toBe(false);
  });
});

describe('The issuer', () => {
  it("the issuer publishes again when the site's address changes", () => {
    templates().web.hasResourceProperties('AWS::Lambda::Version', {
      Description: { Ref: 'SiteUrl' },
    });
    templates().web.hasResourceProperties('Custom::Trigger', {
      HandlerArn: { Ref: Match.stringLikeRegexp('PublishIssuer') },
    });
  });
});
