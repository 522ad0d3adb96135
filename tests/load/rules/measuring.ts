import { fork, type ChildProcess } from 'node:child_process';
import type { Question } from './messages.ts';

/** A measuring process, asked one question at a time. */
export class Measuring {
  private readonly child: ChildProcess;

  constructor(engine: string, rules: number) {
    const file = new URL('measured.ts', import.meta.url).pathname;
    this.child = fork(file, [engine, String(rules)], { execArgv: ['--expose-gc', '--import', 'tsx'] });
  }

  /** Its answer; fails when the process dies first. */
  ask<Answer>(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null): void =>
        reject(new Error(`the measuring process ended (${code})`));
      this.child.once('exit', onExit);
      this.child.once('message', (answer) => {
        this.child.off('exit', onExit);
        resolve(answer as Answer);
      });
      this.child.send(question);
    });
  }

  close(): void {
    this.child.kill();
  }
}
