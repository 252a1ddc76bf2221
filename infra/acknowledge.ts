import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A known finding that we accept, with the reason for later readers. */
export interface Finding {
  id: string;
  reason: string;
}

/** Records the accepted findings at the construct that causes them. */
export function acknowledge(construct: IConstruct, ...findings: Finding[]): void {
  Validations.of(construct).acknowledge(...findings);
}
