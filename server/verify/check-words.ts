import type { ReleaseCheck } from '../../rules-library/contract/release-check.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { DifferenceSample } from '../../runtime/verify/index.ts';
import type { ReleaseContent } from '../releases/build-release.ts';
import type { ComparedRecords, SecondOpinion, Verification } from './verification.ts';

const mostRules = 50;

/** A check as people read it; `live` is what it was compared with. */
export function checkInWords(
  { cases, recorded, secondOpinion, complete, tookMs }: Verification,
  candidate: ReleaseContent,
  live: ReleaseContent | null,
): ReleaseCheck {
  const { decisions, otherwise, cutShort } = recorded;
  const { disagreements, ...counts } = secondOpinion;
  return {
    text: summary(recorded, secondOpinion, live !== null, complete),
    complete,
    tookMs,
    cases: { run: cases.run, failed: cases.failed.length },
    recorded: {
      decisions,
      otherwise,
      cutShort,
      from: timeOf(recorded.from),
      to: timeOf(recorded.to),
      effects: effectsOf(recorded),
      rules: rulesOf(recorded, candidate, live),
      samples: recorded.samples.map(sampleOf),
    },
    secondOpinion: { ...counts, disagreements: disagreements.length },
  };
}

function summary(
  { decisions, otherwise }: ComparedRecords,
  { matching, nearly, generated }: SecondOpinion,
  compared: boolean,
  complete: boolean,
): Text {
  const orders = matching + nearly + generated;
  const none = { zh: '还没有可以重判的订单', en: 'There are no recorded orders yet' };
  const tried = { zh: `试判了最近 ${decisions} 次`, en: `The last ${decisions} decisions were tried` };
  const flips = compared
    ? {
        zh: `最近 ${decisions} 次判定里有 ${otherwise} 次会不一样`,
        en: `${otherwise} of the last ${decisions} decisions would come out otherwise`,
      }
    : tried;
  const rest = complete
    ? { zh: '', en: '' }
    : { zh: '；时间不够的部分在发布后继续比对', en: '; what there was no time for goes on after publishing' };
  const said = decisions === 0 ? none : flips;
  return {
    zh: `${said.zh}；另一引擎核对了 ${orders} 张订单${rest.zh}`,
    en: `${said.en}; another engine was asked about ${orders} orders${rest.en}`,
  };
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function labelOf(command: string): Text {
  const known = vocabulary.commands.get(command) ?? vocabulary.blocks.get(command);
  return known?.label ?? { zh: command, en: command };
}

function effectsOf({ gained, lost }: ComparedRecords): ReleaseCheck['recorded']['effects'] {
  const commands = [...new Set([...Object.keys(gained), ...Object.keys(lost)])].sort();
  return commands.map((command) => {
    const label = labelOf(command);
    const more = gained[command] ?? 0;
    const less = lost[command] ?? 0;
    const text = {
      zh: `「${label.zh}」会多 ${more} 次、少 ${less} 次`,
      en: `"${label.en}": ${more} more, ${less} fewer`,
    };
    return { command, label, gained: more, lost: less, text };
  });
}

function rulesOf(
  { before, after }: ComparedRecords,
  candidate: ReleaseContent,
  live: ReleaseContent | null,
): ReleaseCheck['recorded']['rules'] {
  const moved = (rule: string): number => (before[rule] ?? 0) + (after[rule] ?? 0);
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  ids.sort((one, other) => moved(other) - moved(one) || (one < other ? -1 : 1));
  return ids.slice(0, mostRules).map((rule) => {
    const { flow, node, name } = placeOfRule(rule, candidate, live);
    const less = before[rule] ?? 0;
    const more = after[rule] ?? 0;
    const text = {
      zh: `${name.zh}：${more} 次会新命中，${less} 次不再命中`,
      en: `${name.en}: matches ${more} more, ${less} no longer`,
    };
    return { rule, flow, node, before: less, after: more, text };
  });
}

/** Where a rule stands, and what that is called: `流程 · 动作`. A rule that is gone stands in what is in force. */
export function placeOfRule(
  rule: string,
  candidate: ReleaseContent,
  live: ReleaseContent | null,
): { flow: string; node: string; name: Text } {
  const content = candidate.sourceMap[rule] === undefined && live !== null ? live : candidate;
  const entry = content.sourceMap[rule];
  if (entry === undefined) return { flow: '', node: '', name: { zh: rule, en: rule } };
  return { flow: entry.flow, node: entry.node, name: placeOfNode(content, entry.flow, entry.node) };
}

/** What a place in the drawings is called: the flow, and the node's own title or its kind's. */
export function placeOfNode(content: ReleaseContent, flowId: string, nodeId: string | undefined): Text {
  const flow = content.flows.find(({ flow: { id } }) => id === flowId)?.flow;
  if (flow === undefined) return { zh: flowId, en: flowId };
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return flow.name;
  const label = node.title ?? labelOf(node.kind);
  return { zh: `${flow.name.zh} · ${label.zh}`, en: `${flow.name.en} · ${label.en}` };
}

function sampleOf({
  id,
  subject,
  at,
  gained,
  lost,
}: DifferenceSample): ReleaseCheck['recorded']['samples'][number] {
  const shown = ({ command }: DifferenceSample['gained'][number]) => ({ command, label: labelOf(command) });
  return {
    decision: id,
    order: subject.startsWith('order:') ? subject.slice('order:'.length) : null,
    at: new Date(at).toISOString(),
    gained: gained.map(shown),
    lost: lost.map(shown),
  };
}
