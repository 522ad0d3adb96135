import type { Problem } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Refusal } from '../door/handler.ts';

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
