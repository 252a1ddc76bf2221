/** The account id in every local ARN. No real account has this number. */
export const accountId = '000000000000';

/** The region that the local stack emulates. */
export const region = 'ap-northeast-1';

/** The credentials of all local clients; no local service checks the signature. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** An ARN in the local account and region. S3 and IAM ARNs have no region: pass ''. */
export function arn(service: string, resource: string, inRegion: string = region): string {
  return `arn:aws:${service}:${inRegion}:${accountId}:${resource}`;
}
