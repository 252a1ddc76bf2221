import { afterEach, describe, expect, it } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { startCloudFront } from '../../services/cloudfront/startCloudFront.ts';
import type { UrlRequest } from '../../services/lambda/functionUrls.ts';

const optimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
const site = 'site.s3.ap-northeast-1.amazonaws.com';
const signIn = 'id.lambda-url.ap-northeast-1.on.aws';

type Config = { [name: string]: Json };

const resource = (type: string, ref: string, properties: Config): Resource => ({
  stack: 'Web',
  logicalId: ref,
  type: `AWS::CloudFront::${type}`,
  ref,
  properties,
});

describe('the distribution', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());

  async function start(
    config: Config = {},
    others: Resource[] = [],
    bucketPolicies: Resource[] = [],
  ) {
    const objects: { [key: string]: string } = {
      'site/index.html': '<html>本</html>',
      'site/app.js': 'x'.repeat(2000),
      'site/missing.html': 'sorry',
    };
    const asked: UrlRequest[] = [];
    const running = await startCloudFront({
      resources: [
        ...others,
        resource('Distribution', 'D1', {
          DistributionConfig: {
            Enabled: true,
            DefaultRootObject: 'index.html',
            DefaultCacheBehavior: {
              TargetOriginId: 'site',
              CachePolicyId: optimized,
              Compress: true,
            },
            CacheBehaviors: [
              {
                PathPattern: '/auth/*',
                TargetOriginId: 'sign-in',
                CachePolicyId: disabled,
                OriginRequestPolicyId: allButHost,
                AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
              },
            ],
            Origins: [
              { Id: 'site', DomainName: site, S3OriginConfig: {} },
              {
                Id: 'sign-in',
                DomainName: signIn,
                OriginCustomHeaders: [{ HeaderName: 'X-Origin-Verify', HeaderValue: 'secret' }],
              },
            ],
            ...config,
          },
        }),
      ],
      bucketPolicies,
      port: 0,
      getObject: async (bucket, key) => {
        const body = objects[`${bucket}/${key}`];
        if (body === undefined) return null;
        const contentType = key.endsWith('.js') ? 'text/javascript' : 'text/html';
        return {
          body: Buffer.from(body),
          contentType,
          cacheControl: 'max-age=60',
          etag: `"${key}"`,
        };
      },
      functionUrls: new Map([
        [
          signIn,
          async (request) => {
            asked.push(request);
            return {
              status: 200,
              headers: { 'content-type': 'application/json' },
              cookies: ['a=1', 'b=2'],
              body: Buffer.from('{}'),
            };
          },
        ],
      ]),
      log: () => undefined,
    });
    stop = running?.stop;
    const get = (path: string, init: RequestInit = {}) => fetch(`${running?.url}${path}`, init);
    return { get, asked };
  }

  const behaviour = (rest: Config): Config => ({
    DefaultCacheBehavior: { TargetOriginId: 'site', CachePolicyId: optimized, ...rest },
  });

  it('the distribution serves the bucket, with its root object, types and cache rules', async () => {
    const { get } = await start();
    const page = await get('/');
    expect(await page.text()).toBe('<html>本</html>');
    expect(page.headers.get('content-type')).toBe('text/html');
    expect(page.headers.get('cache-control')).toBe('max-age=60');
    const again = await get('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await get('/', { method: 'HEAD' })).headers.get('content-length')).toBe('16');
  });

  it('the distribution compresses for viewers that accept it', async () => {
    const { get } = await start();
    const script = await get('/app.js', { headers: { 'accept-encoding': 'br' } });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(Number(script.headers.get('content-length'))).toBeLessThan(100);
    expect((await script.text()).length).toBe(2000);
  });

  it('the distribution hides a missing object unless it may list the bucket', async () => {
    const hidden = await start();
    expect((await hidden.get('/nothing.js')).status).toBe(403);
    await stop?.();
    const Statement = [
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Principal: { Service: 'cloudfront.amazonaws.com' },
      },
    ];
    const policy = {
      ...resource('', 'P', {}),
      type: 'AWS::S3::BucketPolicy',
      properties: { Bucket: 'site', PolicyDocument: { Statement } },
    };
    const open = await start({}, [], [policy]);
    expect((await open.get('/nothing.js')).status).toBe(404);
  });

  it('the distribution answers an error with the configured page', async () => {
    const CustomErrorResponses = [
      { ErrorCode: 403, ResponseCode: 200, ResponsePagePath: '/missing.html' },
    ];
    const { get } = await start({ CustomErrorResponses });
    const page = await get('/nothing');
    expect([page.status, await page.text()]).toEqual([200, 'sorry']);
  });

  it('the distribution rejects methods that a behaviour does not allow', async () => {
    const { get } = await start();
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(403);
  });

  it('the distribution sends the function URL what the policies forward, and its own secret', async () => {
    const { get, asked } = await start();
    const answer = await get('/auth/token?x=1', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: 'r=1',
        'x-origin-verify': 'guess',
        authorization: 'Bearer t',
      },
      body: '{"login":"x"}',
    });
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const [request] = asked;
    expect(request).toMatchObject({ method: 'POST', path: '/auth/token', query: 'x=1' });
    expect(request?.body.toString()).toBe('{"login":"x"}');
    expect(request?.headers).toMatchObject({
      cookie: 'r=1',
      'x-origin-verify': 'secret',
      authorization: 'Bearer t',
      'x-forwarded-for': '127.0.0.1',
    });
    expect(request?.headers).not.toHaveProperty('host');
  });

  it('the distribution forwards no cookies, headers or query without a policy for it', async () => {
    const { get, asked } = await start({
      CacheBehaviors: [
        { PathPattern: '/auth/*', TargetOriginId: 'sign-in', CachePolicyId: disabled },
      ],
    });
    await get('/auth/x?y=1', {
      headers: { cookie: 'r=1', 'x-requested-with': 'fetch', 'cloudfront-viewer-address': '1' },
    });
    expect(asked[0]).toMatchObject({ query: '' });
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      'user-agent',
      'via',
      'x-amz-cf-id',
      'x-forwarded-for',
      'x-origin-verify',
    ]);
  });

  it('the distribution tells the origin the viewer’s address if a policy requires it', async () => {
    const policy = resource('OriginRequestPolicy', 'P1', {
      OriginRequestPolicyConfig: {
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: ['CloudFront-Viewer-Address', 'Origin'],
        },
        CookiesConfig: { CookieBehavior: 'all' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    });
    const CacheBehaviors = [
      {
        PathPattern: '/auth/*',
        TargetOriginId: 'sign-in',
        CachePolicyId: disabled,
        OriginRequestPolicyId: 'P1',
      },
    ];
    const { get, asked } = await start({ CacheBehaviors }, [policy]);
    await get('/auth/x', {
      headers: { 'cloudfront-viewer-address': '6.6.6.6:1', origin: 'http://x', accept: 'a' },
    });
    expect(asked[0]?.headers['cloudfront-viewer-address']).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(asked[0]?.headers).toMatchObject({ origin: 'http://x' });
    expect(asked[0]?.headers).not.toHaveProperty('accept');
  });

  it('the distribution runs its viewer-request function', async () => {
    const fn = (code: string) =>
      resource('Function', 'F1', {
        FunctionCode: code,
        FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
        Name: 'f',
      });
    const FunctionAssociations = [{ EventType: 'viewer-request', FunctionARN: 'F1' }];
    const rewriting = await start(behaviour({ FunctionAssociations }), [
      fn(
        `function handler(event) { if (!event.request.uri.includes('.')) event.request.uri = '/index.html'; return event.request; }`,
      ),
    ]);
    expect(await (await rewriting.get('/books/1?x=1')).text()).toBe('<html>本</html>');
    await stop?.();
    const redirecting = await start(behaviour({ FunctionAssociations }), [
      fn(
        `async function handler({ request }) { return { statusCode: 302, headers: { location: { value: request.querystring.to.value + typeof process } } }; }`,
      ),
    ]);
    const answer = await redirecting.get('/x?to=/y', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/yundefined']);
  });

  it('the distribution adds the headers of its policy, including HSTS', async () => {
    const policy = resource('ResponseHeadersPolicy', 'H1', {
      ResponseHeadersPolicyConfig: {
        Name: 'h',
        SecurityHeadersConfig: {
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 60,
            IncludeSubdomains: true,
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
        },
        CustomHeadersConfig: {
          Items: [{ Header: 'Cache-Control', Value: 'no-store', Override: false }],
        },
        RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
      },
    });
    const { get } = await start(behaviour({ ResponseHeadersPolicyId: 'H1' }), [policy]);
    const { headers } = await get('/');
    expect(headers.has('server')).toBe(false);
    expect(headers.get('strict-transport-security')).toBe('max-age=60; includeSubDomains');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(headers.get('cache-control')).toBe('max-age=60');
    // Also on missing objects and on its own rejections.
    for (const answer of [await get('/nothing'), await get('/', { method: 'POST', body: 'x' })]) {
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('the distribution names S3 as the origin’s server unless a policy removes the header', async () => {
    const { get } = await start();
    expect((await get('/')).headers.get('server')).toBe('AmazonS3');
    expect((await get('/nothing')).headers.get('server')).toBe('AmazonS3');
  });

  it.each<[Config, string]>([
    [{ Restrictions: { GeoRestriction: {} } }, 'property Restrictions is not emulated'],
    [
      behaviour({ LambdaFunctionAssociations: [] }),
      'property LambdaFunctionAssociations is not emulated',
    ],
    [{ Enabled: false }, 'property Enabled false is not emulated'],
    [
      { CustomErrorResponses: [{ ErrorCode: 404, Language: 'ja' }] },
      'property CustomErrorResponses.Language is not emulated',
    ],
    [
      behaviour({ FunctionAssociations: [{ EventType: 'viewer-request', Order: 1 }] }),
      'property FunctionAssociations.Order is not emulated',
    ],
    [
      {
        Origins: [
          { Id: 'site', DomainName: site, OriginCustomHeaders: [{ HeaderName: 'a', Secret: 'b' }] },
        ],
      },
      'property OriginCustomHeaders.Secret is not emulated',
    ],
    [behaviour({ CachePolicyId: 'unknown' }), 'The policy unknown'],
    [
      { Origins: [{ Id: 'site', DomainName: 'example.com' }], CacheBehaviors: [] },
      'The origin example.com is not emulated',
    ],
  ])('the distribution does not start with %o', async (config, message) => {
    await expect(start(config)).rejects.toThrow(message);
  });

  it.each<[string, Config, string]>([
    [
      'CachePolicy',
      { CachePolicyConfig: { Name: 'x', StaleTTL: 1 } },
      'property CachePolicyConfig.StaleTTL is not emulated',
    ],
    [
      'CachePolicy',
      {
        CachePolicyConfig: { ParametersInCacheKeyAndForwardedToOrigin: { BodyConfig: {} } },
      },
      'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.BodyConfig is not emulated',
    ],
  ])('the distribution does not start with a %s of %j', async (type, properties, message) => {
    const policy = resource(type, 'own', properties);
    await expect(start(behaviour({ CachePolicyId: 'own' }), [policy])).rejects.toThrow(message);
  });
});
