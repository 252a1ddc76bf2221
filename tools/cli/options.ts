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

/** Parses a whole number between two inclusive bounds. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
  };
}
