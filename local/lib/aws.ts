/** The account that every local ARN names. No real account has this number. */
export const accountId = '000000000000';

/** The region that the local stack stands for. */
export const region = 'ap-northeast-1';

/** What every local client signs with; no local service checks the signature. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** An ARN in the local account and region. S3 and IAM ARNs name no region: give ''. */
export function arn(service: string, resource: string, inRegion: string = region): string {
  return `arn:aws:${service}:${inRegion}:${accountId}:${resource}`;
}
