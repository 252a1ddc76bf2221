import inspector from 'node:inspector';
import { StopWithMessage } from '../cli/stopWithMessage.ts';

/** Lets a debugger attach to this process, in which the resolvers run. */
export function openInspector(port: number): void {
  inspector.open(port, '127.0.0.1');
  if (inspector.url() === undefined) {
    throw new StopWithMessage(`Port ${port} is in use. Choose another with --inspect PORT.`);
  }
}
