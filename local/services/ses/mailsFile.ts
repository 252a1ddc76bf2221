import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Mail } from './mail.ts';

interface Waiting {
  line: string;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** How many bytes at the end of the file are read at startup. */
const TAIL = 8 * 1024 * 1024;

/**
 * The file of accepted mails. A mail counts as accepted once `append` has resolved and it is on
 * disk.
 */
export class MailsFile {
  readonly #file: FileHandle;
  /** The newest mails of earlier runs, oldest first. */
  readonly earlier: Mail[];
  #size: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  private constructor(file: FileHandle, size: number, earlier: Mail[]) {
    this.#file = file;
    this.#size = size;
    this.earlier = earlier;
  }

  /**
   * Opens or creates the file. Removes a last line truncated by a kill; it was never acknowledged.
   */
  static async open(path: string): Promise<MailsFile> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, TAIL));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf('\n') + 1;
    const whole = size - tail.length + end;
    if (whole < size) await file.truncate(whole);
    const lines = tail.toString('utf8', 0, end).split('\n').slice(0, -1);
    if (size > TAIL) lines.shift(); // its beginning is before the tail
    return new MailsFile(
      file,
      whole,
      lines.map((line) => JSON.parse(line) as Mail), // our own file
    );
  }

  /** Resolves when the mail is on disk. Mails that arrive during a flush share the next one. */
  append(mail: Mail): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line: `${JSON.stringify(mail)}\n`, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
        await this.#file.appendFile(bytes);
        await this.#file.sync();
        this.#size += bytes.length;
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
        await this.#file.truncate(this.#size); // a partial line would corrupt the next one
      }
    }
    this.#writing = null;
  }
}
