import type { DeployedResource } from './resolveStacks.ts';

/**
 * Returns the custom resources in CloudFormation's creation order: stack after stack, and within a
 * stack each after its direct and indirect dependencies.
 */
export function orderCustomResources(resources: DeployedResource[]): DeployedResource[] {
  const ordered = new Set<DeployedResource>();
  const visiting = new Set<DeployedResource>();
  for (const resource of resources) visit(resource);
  return [...ordered].filter(({ type }) => type.startsWith('Custom::'));

  function visit(resource: DeployedResource): void {
    if (ordered.has(resource)) return;
    if (visiting.has(resource)) {
      throw new Error(`${resource.stack}/${resource.logicalId} depends on itself`);
    }
    visiting.add(resource);
    for (const logicalId of resource.dependsOn) {
      const dependency = resources.find(
        (other) => other.stack === resource.stack && other.logicalId === logicalId,
      );
      // Ignored resources, such as networks, are not listed and do not affect the order.
      if (dependency !== undefined) visit(dependency);
    }
    visiting.delete(resource);
    ordered.add(resource);
  }
}
