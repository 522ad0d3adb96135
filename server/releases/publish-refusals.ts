import type { Problem } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Refusal } from '../door/handler.ts';
import type { Disagreement, FailedCase } from '../verify/verification.ts';

/** What stands in the way of publishing, in words, with the place. */
export interface FlowProblem {
  flow: string;
  name: Text;
  problem: Problem;
}

export function withErrors(problems: readonly FlowProblem[]): Refusal {
  const [first] = problems;
  const place = first?.problem.node === undefined ? '' : `.${first.problem.node}`;
  return {
    refused: {
      code: 'refused',
      path: `${first?.flow ?? ''}${place}`,
      message: {
        zh: `还有 ${problems.length} 处要先改好。${first?.name.zh ?? ''}：${first?.problem.text.zh ?? ''}`,
        en: `${problems.length} to mend first. ${first?.name.en ?? ''}: ${first?.problem.text.en ?? ''}`,
      },
      details: {
        reasons: problems.map(({ flow, problem }) => ({
          code: problem.code,
          text: problem.text,
          flow,
          ...(problem.node === undefined ? {} : { node: problem.node }),
        })),
        cures: [],
      },
    },
  };
}

export function nothingNew(): Refusal {
  return {
    refused: {
      code: 'refused',
      message: {
        zh: '没有新的改动可以发布，草稿与生效的版本一致。',
        en: 'There is nothing new to publish: the drafts are the same as what is in force.',
      },
      details: { reasons: [{ code: 'nothing-new' }], cures: [] },
    },
  };
}

export function onlyKeep(): Refusal {
  return {
    refused: {
      code: 'refused',
      path: 'openOrders',
      message: {
        zh: '未完成的订单暂时只能保持原判定，请选「保持」后再发布。',
        en: 'Open orders can only keep their decisions for now. Choose keep and publish again.',
      },
      details: { reasons: [{ code: 'only-keep' }], cures: [] },
    },
  };
}

export function tooLarge(rules: number): Refusal {
  return {
    refused: {
      code: 'too-large',
      message: {
        zh: `${rules} 条规则放在一个版本里太大了，请合并相近的规则或改用决策表。`,
        en: `${rules} rules are too large for one release. Join similar rules or use decision tables.`,
      },
    },
  };
}

export function tooMany(most: number): Refusal {
  return {
    refused: {
      code: 'too-large',
      path: 'flows',
      message: {
        zh: `规则流超过 ${most} 个，请选定要发布的几个。`,
        en: `There are more than ${most} flows. Choose the ones to publish.`,
      },
    },
  };
}

/** Cases kept beside the drawings that do not come out as they should. */
export function failedCases(
  failed: readonly FailedCase[],
  nameOf: (flow: string, node: string | undefined) => Text,
): Refusal {
  const [first] = failed;
  const place = first?.node === undefined ? '' : `.${first.node}`;
  const name = first === undefined ? { zh: '', en: '' } : nameOf(first.flow, first.node);
  return {
    refused: {
      code: 'refused',
      path: `${first?.flow ?? ''}${place}`,
      message: {
        zh: `有 ${failed.length} 个用例没有通过。${name.zh}，用例「${first?.name.zh ?? ''}」：${first?.differences[0]?.zh ?? ''}`,
        en: `${failed.length} cases do not pass. ${name.en}, case "${first?.name.en ?? ''}": ${first?.differences[0]?.en ?? ''}`,
      },
      details: {
        reasons: failed.map(({ flow, case: id, name: caseName, node, differences }) => ({
          code: 'case-failed',
          flow,
          case: id,
          name: caseName,
          text: differences[0],
          differences,
          ...(node === undefined ? {} : { node }),
        })),
        cures: [],
      },
    },
  };
}

/** Orders on which json-rules-engine comes to another result. */
export function enginesDisagree(
  disagreements: readonly Disagreement[],
  placeOf: (rule: string) => { flow: string; node: string; name: Text },
): Refusal {
  const reasons = disagreements.map(({ rule, facts, ours, theirs }) => ({
    code: 'engines-disagree',
    rule,
    ...placeOf(rule),
    witness: { facts, ours, theirs },
  }));
  const [first] = reasons;
  return {
    refused: {
      code: 'refused',
      path: `${first?.flow ?? ''}.${first?.node ?? ''}`,
      message: {
        zh: `两个引擎对「${first?.name.zh ?? ''}」的判定不一致，先不能发布。出现不一致的订单已保存，请联系技术支持。`,
        en: `Two engines judge "${first?.name.en ?? ''}" differently, so it cannot be published yet. The order they differ on is kept; ask for support.`,
      },
      details: { reasons, cures: [] },
    },
  };
}

/** No result of a check for exactly this content: it was changed in between, or the check itself failed. */
export function notChecked(): Refusal {
  return {
    refused: {
      code: 'refused',
      message: {
        zh: '发布前的检查没有完成，或草稿刚被改动，请再发布一次。',
        en: 'The check before going live did not finish, or a draft has just been changed. Publish again.',
      },
      details: { reasons: [{ code: 'not-checked' }], cures: [] },
    },
  };
}
