import type { z } from 'zod';
import type { publishSchema } from '../../rules-library/contract/releases.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import {
  defineHandler,
  type Change,
  type Need,
  type Outcome,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { RuleError } from '../../runtime/index.ts';
import type { StoredFlow } from '../flows/stored-flow.ts';
import { buildRelease, type Compiled, type ReleaseContent } from './build-release.ts';
import type { CheckResult, CheckResults } from '../verify/check-results.ts';
import { placeOfNode, placeOfRule } from '../verify/check-words.ts';
import type { StoredComparison } from '../verify/verify.model.ts';
import {
  enginesDisagree,
  failedCases,
  notChecked,
  nothingNew,
  onlyKeep,
  tooLarge,
  tooMany,
  withErrors,
  type FlowProblem,
} from './publish-refusals.ts';
import { chooseFlows, type ChosenFlow } from './choose-flows.ts';
import { contentOf, type StoredActivation, type StoredPointer, type StoredRelease } from './release.ts';

type Input = z.output<typeof publishSchema>;

/** Release bodies stay well below the 16 MB a document may hold. */
const mostBytes = 12_000_000;
const mostFlows = 2000;
const allDrafts: Need = { collection: 'flows', where: {}, limit: mostFlows + 1 };

export interface Compiler {
  compile: (flow: Flow) => Compiled;
  /** Hash of the vocabulary flows are compiled with. */
  vocabulary: string;
  /** Makes rules ready to decide; throws for rules that cannot be run. */
  program: (content: ReleaseContent) => unknown;
}

/**
 * Makes the next numbered release of the chosen drafts and puts it in force. Refuses drafts with errors, naming the node, and what the
 * check before going live has not passed: `checks` holds what it found, made ahead of the press.
 */
export function publishReleaseHandler(compiler: Compiler, checks: CheckResults) {
  return defineHandler<Input>({
    name: 'publish-release',
    needs(press, state) {
      const flows: Need =
        press.input.flows === undefined
          ? allDrafts
          : { collection: 'flows', ids: press.input.flows.map(({ id }) => id) };
      const pointer = state?.get<StoredPointer>('pointers', 'release');
      return [
        { collection: 'pointers', ids: ['release'] },
        flows,
        ...(pointer === undefined ? [] : [{ collection: 'releases', ids: [String(pointer.number)] }]),
      ];
    },
    plan(press, state) {
      if (press.input.openOrders !== undefined && press.input.openOrders !== 'keep') return onlyKeep();
      const pointer = state.get<StoredPointer>('pointers', 'release');
      const active =
        pointer === undefined ? undefined : state.get<StoredRelease>('releases', String(pointer.number));
      const drafts = draftsOf(press.input, state);
      if (!Array.isArray(drafts)) return drafts;
      if (drafts.length > mostFlows) return tooMany(mostFlows);
      const chosen = chooseFlows(
        active === undefined ? [] : contentOf(active).flows,
        drafts,
        press.input.flows?.map(({ id }) => id),
      );
      if (chosen.every(({ change }) => change === 'same')) return nothingNew();
      const problems = errorsOf(chosen, compiler.compile);
      if (problems.length > 0) return withErrors(problems);
      return publish(press, state, { compiler, checks }, { pointer, active }, chosen);
    },
  });
}

function draftsOf(input: Input, state: State): StoredFlow[] | Refusal {
  if (input.flows === undefined) return state.find<StoredFlow>(allDrafts);
  const drafts: StoredFlow[] = [];
  for (const [index, { id, version }] of input.flows.entries()) {
    const draft = state.get<StoredFlow>('flows', id);
    if (draft === undefined) {
      return {
        refused: {
          code: 'not-found',
          path: `flows[${index}].id`,
          message: { zh: `没有规则流「${id}」。`, en: `There is no rule flow "${id}".` },
        },
      };
    }
    if (draft.version !== version) {
      return {
        refused: {
          code: 'version-moved',
          path: `flows[${index}].version`,
          message: {
            zh: `「${id}」刚被改过，请看过新的版本再发布。`,
            en: `"${id}" has just been changed. Look at the newer version before publishing.`,
          },
          details: { flow: id, version: draft.version },
        },
      };
    }
    drafts.push(draft);
  }
  return drafts;
}

function publish(
  press: Press<Input>,
  state: State,
  { compiler, checks }: { compiler: Compiler; checks: CheckResults },
  { pointer, active }: { pointer: StoredPointer | undefined; active: StoredRelease | undefined },
  chosen: ChosenFlow[],
): Outcome | Refusal {
  const { content, hash } = buildRelease(chosen, compiler.compile, compiler.vocabulary);
  const broken = cannotRun(compiler, content);
  if (broken !== undefined) return broken;
  const found = checks.of(hash, active?.hash ?? null);
  if (found === undefined) return notChecked();
  const refused = refusedByCheck(found, content, active);
  if (refused !== undefined) return refused;
  const body = JSON.stringify(content);
  if (Buffer.byteLength(body) > mostBytes) return tooLarge(content.rules.length);
  const number = (pointer?.lastNumber ?? 0) + 1;
  const epoch = (pointer?.epoch ?? 0) + 1;
  const changes = new Map(chosen.map(({ flow, change }) => [flow.id, change]));
  const release: StoredRelease = {
    _id: String(number),
    rev: 0,
    number,
    hash,
    body,
    flows: content.flows.map(({ flow, version }) => ({
      id: flow.id,
      name: flow.name,
      version,
      rank: flow.rank,
      change: changes.get(flow.id) ?? 'same',
    })),
    ruleCount: content.rules.length,
    publishedAt: state.now,
    publishedBy: press.actor.id,
    publishedByName: press.actor.name,
    note: press.input.note ?? null,
    check: found.check,
  };
  const next: StoredPointer = {
    _id: 'release',
    rev: pointer?.rev ?? 0,
    epoch,
    number,
    lastNumber: number,
  };
  const activation: StoredActivation = {
    _id: String(number),
    rev: 0,
    at: state.now,
    by: press.actor.id,
    epoch,
  };
  const changed = release.flows.filter(({ change }) => change !== 'same');
  return {
    changes: [
      { put: 'releases', document: release },
      { put: 'pointers', document: next },
      { put: 'activations', document: activation },
      ...(found.check.complete ? [] : [comparisonAfter(release, pointer?.number ?? null, state.now)]),
    ],
    result: { number, epoch, hash },
    text: {
      zh: `发布版本 ${number} 已生效，改动 ${changed.length} 个规则流，共 ${release.ruleCount} 条规则`,
      en: `Release ${number} is in force: ${changed.length} flows changed, ${release.ruleCount} rules in all`,
    },
    signals: [{ name: 'release.switched', data: { number, epoch } }],
    audit: {
      before: { release: pointer?.number ?? 0 },
      after: { release: number, hash, flows: changed.map(({ id, version }) => ({ id, version })) },
    },
  };
}

/** What the check found that keeps a release from going live. */
function refusedByCheck(
  { failedCases: failed, disagreements }: CheckResult,
  content: ReleaseContent,
  active: StoredRelease | undefined,
): Refusal | undefined {
  if (failed.length > 0) return failedCases(failed, (flow, node) => placeOfNode(content, flow, node));
  if (disagreements.length === 0) return undefined;
  const live = active === undefined ? null : contentOf(active);
  return enginesDisagree(disagreements, (rule) => placeOfRule(rule, content, live));
}

/** The rest of a check that was cut short, to be done once the release is in force. */
function comparisonAfter({ _id, number, hash }: StoredRelease, before: number | null, now: number): Change {
  const document: StoredComparison = {
    _id,
    rev: 0,
    number,
    hash,
    before,
    state: 'waiting',
    since: now,
    until: 0,
    check: null,
  };
  return { put: 'comparisons', document };
}

function errorsOf(chosen: readonly ChosenFlow[], compile: Compiler['compile']): FlowProblem[] {
  return chosen.flatMap(({ flow }) =>
    compile(flow)
      .problems.filter(({ level }) => level === 'error')
      .map((problem) => ({ flow: flow.id, name: flow.name, problem })),
  );
}

/** A release that no process could load must never get a number. */
function cannotRun(compiler: Compiler, content: ReleaseContent): Refusal | undefined {
  try {
    compiler.program(content);
    return undefined;
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const flow = content.sourceMap[error.rule]?.flow;
    return {
      refused: {
        code: 'refused',
        ...(flow === undefined ? {} : { path: flow }),
        message: {
          zh: `有一条规则无法运行，请修改后再发布。${error.text.zh}`,
          en: `One rule cannot be run; change it before publishing. ${error.text.en}`,
        },
        details: { reasons: [{ code: 'cannot-run', text: error.text, rule: error.rule }], cures: [] },
      },
    };
  }
}
