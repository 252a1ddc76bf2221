import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect } from 'vitest';
import { readContext } from '../../infra/context.ts';
import { addShinkan } from '../../infra/shinkan.ts';

/** A resource of the template. */
export interface TemplateResource {
  stack: string;
  logicalId: string;
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template has no types, and tests look everywhere.
  Properties: any;
  DependsOn?: string[];
  Condition?: string;
  DeletionPolicy?: string;
}

/** The three stacks with a one-page web app. Lambda functions are described but not bundled. */
export function synthesize(context: Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'shinkan-synth-'));
  const built = join(folder, 'dist');
  mkdirSync(join(built, 'assets'), { recursive: true });
  mkdirSync(join(built, 'en'));
  for (const page of ['index.html', 'en/index.html'])
    writeFileSync(join(built, page), '<!doctype html>');
  writeFileSync(join(built, 'assets/app-1234.js'), '');
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    analyticsReporting: false,
    context: { ...readContext(), 'aws:cdk:bundling-stacks': [], ...context },
  });
  const { data, service, web } = addShinkan(app, built);
  const templateOf = (stack: Stack) => counted(Template.fromStack(stack));
  return {
    app,
    folder,
    stacks: [data, service, web],
    templates: () => ({
      data: templateOf(data),
      service: templateOf(service),
      web: templateOf(web),
    }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The library's checks throw, which Vitest does not count as assertions by itself. */
function counted(template: Template): Template {
  return new Proxy(template, {
    get(target, name) {
      const { assertionCalls } = expect.getState();
      if (/^(has|resourceCountIs)/.test(String(name)))
        expect.setState({ assertionCalls: assertionCalls + 1 });
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

let made: ReturnType<ReturnType<typeof synthesize>['templates']> | undefined;

/** The three templates, synthesized once per test file. */
export function templates() {
  if (made === undefined) {
    // The library's own template validation runs once, in the test of bar 23.
    process.env.CDK_VALIDATION = 'false';
    const synthesized = synthesize();
    made = synthesized.templates();
    synthesized.remove();
  }
  return made;
}

/**
 * Every resource of a type, or of all types, in the three stacks. Throws if there is none: a check
 * of each of them would check nothing.
 */
export function resources(type?: string): TemplateResource[] {
  const found = Object.entries(templates()).flatMap(([stack, template]) =>
    Object.entries(template.toJSON().Resources as Record<string, TemplateResource>)
      .map(([logicalId, resource]) => ({ ...resource, stack, logicalId }))
      .filter((resource) => type === undefined || resource.Type === type),
  );
  if (found.length === 0) throw new Error(`The templates have no ${type}`);
  return found;
}
