import { join, relative } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import { root } from '../root.ts';

/** A path in the checkout, as seen from wherever the command is called. */
export function inCheckout(path: string): string {
  return relative(process.cwd(), join(root, path));
}

export function dirOption() {
  return new Option('--dir <path>', 'where the stack keeps its state').default(
    inCheckout('.local'),
  );
}

/** Reads a whole number between two bounds, both included. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
  };
}
