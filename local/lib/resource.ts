/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One resource of the synthesized template with all intrinsic functions resolved. */
export interface Resource {
  stack: string;
  logicalId: string;
  /** The CloudFormation type, such as `AWS::AppSync::Resolver`. */
  type: string;
  properties: { [name: string]: Json };
  /** The value of `Ref`. */
  ref: string;
}
