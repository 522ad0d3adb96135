import { vocabulary } from '../rules-library/index.ts';
import { sentencesOf } from '../rules-library/sentences/index.ts';
import type { Flow } from '../rules-library/schema/flow.ts';
import { compileFlow, compileRules, type RuleProgram } from '../runtime/index.ts';
import { FlowCompiler } from './flows/flow-compiler.ts';
import type { ReleaseContent } from './releases/build-release.ts';
import type { PreviewCompiler } from './releases/preview-release.ts';
import { vocabularyHash } from './releases/vocabulary-hash.ts';

/** Everything that turns drawings into rules, with the standard vocabulary. */
export interface Compilers extends PreviewCompiler {
  /** A release's rules, ready to decide. */
  program: (content: ReleaseContent) => RuleProgram;
}

export function createCompilers(): Compilers {
  const flows = new FlowCompiler((flow: Flow) => compileFlow(flow, vocabulary));
  return {
    compile: flows.compile,
    vocabulary: vocabularyHash(vocabulary),
    sentences: (flow) => sentencesOf(flow, vocabulary),
    program: ({ rules, derived }) => compileRules(rules, { derived }),
  };
}
