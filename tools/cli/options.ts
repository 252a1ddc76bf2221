import { join, relative } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { root } from '../root.ts';

/** A path in the checkout, relative to the directory in which the command was called. */
export function inCheckout(path: string): string {
  return relative(process.cwd(), join(root, path));
}

export function dirOption() {
  return new Option('--dir <path>', 'where the stack keeps its state').default(
    inCheckout('.local'),
  );
}

export function engineOption() {
  return new Option(
    '--engine <name>',
    'the database server; by default what SHINKAN_ENGINE names, or MariaDB',
  ).choices(['mysql', 'mariadb']);
}

/** Makes this program, and those it starts, use the chosen engine. */
export function useEngine(command: { opts(): { engine?: string } }): void {
  const { engine } = command.opts();
  if (engine !== undefined) process.env.SHINKAN_ENGINE = engine;
}

/** Parses a whole number between two inclusive bounds. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
  };
}
