import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Resource } from '../../../../local/lib/resource.ts';
import { GRAPHQL } from '../../../../local/services/appsync/callers/fieldPolicy.ts';
import { splitLocation } from '../../../../local/services/appsync/definition/readCode.ts';
import type { PublicAddresses } from '../../../../local/services/cloudformation/identities.ts';
import {
  type AccessKey,
  issueKeys,
  type Signer,
} from '../../../../local/services/iam/accessKeys.ts';
import { readRoles } from '../../../../local/services/iam/readRoles.ts';
import { openSecretStore } from '../../../../local/services/secretsmanager/secretStore.ts';
import { readTemplate } from '../../../../local/stack/template.ts';
import { assembly } from '../../../../tools/build/buildAssembly.ts';

/** What the synthesized template says about the API and who may call it. */
export interface DeployedApi {
  resources: Resource[];
  apiKey: string;
  signers: Record<string, Signer>;
  administrator: AccessKey;
  partner: AccessKey;
  workflow: AccessKey;
  arn: string;
  readAsset(key: string): string;
  /** The bundled code of the resolvers, by asset key. */
  codes: Map<string, string>;
}

/** Reads the template that the running stack was started from; `addresses` will be the API's. */
export function readDeployedApi(addresses: PublicAddresses): DeployedApi {
  const folder = mkdtempSync(join(tmpdir(), 'shinkan-mutants-'));
  try {
    const secrets = openSecretStore(join(folder, 'secrets.json'));
    const template = readTemplate(
      assembly,
      { parameters: parameters(addresses), addresses },
      secrets,
    );
    const output = (name: string) =>
      Object.values(template.outputs).flatMap((stack) => stack[name] ?? [])[0] as string;
    const keys = issueKeys(readRoles(template.resources, GRAPHQL));
    const resources = template.resources.filter(({ type }) => type.startsWith('AWS::AppSync::'));
    const readAsset = (key: string) => readFileSync(template.assembly.assetPath(key), 'utf8');
    return {
      resources,
      arn: resources.find(({ type }) => type === 'AWS::AppSync::GraphQLApi')?.ref ?? '',
      apiKey: output('ApiKey'),
      signers: keys.signers,
      administrator: keys.ofRole(undefined),
      partner: keys.ofRole(output('PartnerRoleArn')),
      workflow: keys.ofRole(output('PublisherRoleArn')),
      readAsset,
      codes: readCodes(resources, readAsset),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parameters({ web }: PublicAddresses): { [name: string]: string } {
  return {
    SiteUrl: web,
    ShopClusterArn: 'arn:aws:rds:ap-northeast-1:111122223333:cluster:shop',
    ShopSecretArn: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:shop-abcdef',
    ShopName: '見本書店',
    MailFrom: 'shinkan@shop.example',
    ShopAddress: '見本書店',
    ShopContact: 'https://shop.example/contact',
    PartnerAccountIds: '111122223333',
    PartnerExternalId: 'mutants',
  };
}

function readCodes(resources: Resource[], readAsset: (key: string) => string) {
  const keys = resources.flatMap(({ properties: { CodeS3Location: at } }) =>
    typeof at === 'string' ? [splitLocation(at)[1]] : [],
  );
  return new Map(keys.map((key) => [key, readAsset(key)]));
}
