import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Compiled } from '../releases/build-release.ts';
import { logicHash } from './logic-hash.ts';

const mostKept = 500;

/** Compiles drawings, remembering the last ones: the same logic is compiled once, whoever asks. */
export class FlowCompiler {
  private readonly kept = new Map<string, Compiled>();
  private readonly compileFlow: (flow: Flow) => Compiled;

  constructor(compileFlow: (flow: Flow) => Compiled) {
    this.compileFlow = compileFlow;
  }

  readonly compile = (flow: Flow): Compiled => {
    const hash = logicHash(flow);
    const known = this.kept.get(hash);
    if (known !== undefined) {
      this.kept.delete(hash);
      this.kept.set(hash, known);
      return known;
    }
    const compiled = this.compileFlow(flow);
    this.kept.set(hash, compiled);
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!);
    return compiled;
  };
}
