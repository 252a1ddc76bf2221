import { RemovalPolicy } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  FlowLogTrafficType,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { LOG_RETENTION } from '../../logs.ts';

/**
 * Where the database and the ingest container stand. The database has no way out and no way in; the
 * container may call out by https and nothing may call it. So there is no NAT gateway to pay for.
 */
export class Network extends Construct {
  readonly vpc: Vpc;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.vpc = new Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [
        { name: 'Tasks', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'Data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      // It would need a function of CDK's own to empty a group that nothing of ours uses.
      restrictDefaultSecurityGroup: false,
    });
    this.vpc.addFlowLog('Refused', {
      destination: FlowLogDestination.toCloudWatchLogs(
        new LogGroup(this, 'RefusedLog', {
          retention: LOG_RETENTION,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      ),
      trafficType: FlowLogTrafficType.REJECT,
    });
  }

  /** A group for tasks that call out by https and take no calls. */
  outboundOnly(scope: Construct, id: string): SecurityGroup {
    const group = new SecurityGroup(scope, id, {
      vpc: this.vpc,
      description: 'Calls out by https, takes no calls',
      allowAllOutbound: false,
    });
    group.addEgressRule(Peer.anyIpv4(), Port.HTTPS, 'AWS services and image layers');
    return group;
  }
}
