import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { vocabulary } from '../../rules-library/index.ts';
import type { Comparison, Condition } from '../../rules-library/schema/condition.ts';
import type { Problem } from '../../rules-library/schema/flow.ts';
import { useEditor } from '../editor/editor-context.ts';
import { freeConditionId } from '../editor/ids.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ComparisonRow } from './comparison-row.tsx';
import { comparisonOf } from './comparisons.ts';
import {
  groupModes,
  isComparison,
  memberPath,
  readGroup,
  writeGroup,
  type Group,
  type GroupMode,
} from './condition-model.ts';
import './conditions.css';
import { factsFor, nextFact } from './fact-options.ts';
import { inspectorTexts } from './inspector.texts.ts';

export interface ConditionsEditorProps {
  value: Condition | undefined;
  /** The param it stands in: problems name places by it. */
  path: string;
  label: string;
  lines: boolean;
  /** The block's params: ids that are taken. */
  taken: unknown;
  problems: readonly Problem[];
  disabled: boolean;
  onChange: (value: Condition, typing?: boolean) => void;
  onDone: () => void;
  /** It stands within another group. */
  inner?: boolean;
  /** How it is taken away, where that leaves something. */
  onRemove?: (() => void) | undefined;
}

/** Conditions as rows of words: fact, comparison, value; groups within groups. */
export function ConditionsEditor(props: ConditionsEditorProps) {
  const {
    value,
    path,
    label,
    lines,
    taken,
    problems,
    disabled,
    onChange,
    onDone,
    onRemove,
    inner = false,
  } = props;
  const t = useTexts(inspectorTexts);
  const { document } = useEditor();
  const group: Group =
    value === undefined ? { mode: 'all', members: [], id: undefined, innerId: undefined } : readGroup(value);
  const set = (members: readonly Condition[], typing?: boolean): void =>
    onChange(writeGroup({ ...group, members }), typing);
  const fresh = (id: string): Comparison => {
    const facts = factsFor(document.store.getState().flow, vocabulary, lines);
    const used = new Set(group.members.flatMap((member) => (isComparison(member) ? [member.fact] : [])));
    const fact = nextFact(facts, lines, used);
    return comparisonOf(fact, fact?.id ?? 'order.total', vocabulary, id);
  };
  return (
    <fieldset className={`conditions ${inner ? 'conditions-inner' : ''}`} aria-label={label}>
      <div className="conditions-head">
        <Select<GroupMode>
          className="conditions-mode"
          variant="borderless"
          size="small"
          aria-label={t('mode')}
          value={group.mode}
          disabled={disabled}
          popupMatchSelectWidth={false}
          options={groupModes.map((mode) => ({ value: mode, label: t(mode) }))}
          onChange={(mode) => onChange(writeGroup({ ...group, mode }))}
        />
        {onRemove === undefined || disabled ? null : (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('removeGroup')}
            onClick={onRemove}
          />
        )}
      </div>
      {group.members.map((member, index) => {
        const place = memberPath(path, group, index);
        const own = problemsAt(problems, member, place);
        const onMember = (next: Condition, typing?: boolean): void =>
          set(group.members.with(index, next), typing);
        // The last one stays: a group without conditions would always hold.
        const remove = group.members.length > 1 ? () => set(group.members.toSpliced(index, 1)) : undefined;
        return isComparison(member) ? (
          <ComparisonRow
            key={member.id ?? place}
            value={member}
            lines={lines}
            problems={own}
            disabled={disabled}
            onChange={onMember}
            onDone={onDone}
            onRemove={remove}
          />
        ) : (
          <ConditionsEditor
            key={member.id ?? place}
            {...props}
            value={member}
            path={place}
            label={t('addGroup')}
            onChange={onMember}
            inner
            onRemove={remove}
          />
        );
      })}
      {disabled ? null : (
        <div className="conditions-add">
          <Button
            type="link"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => set([...group.members, fresh(freeConditionId(taken))])}
          >
            {t('addCondition')}
          </Button>
          <Button
            type="link"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              const id = freeConditionId(taken);
              const inner = freeConditionId([taken, { id }]);
              set([...group.members, { id, any: [fresh(inner)] }]);
            }}
          >
            {t('addGroup')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Problems name a condition by its id, or by its place while its shape is wrong. */
function problemsAt(problems: readonly Problem[], member: Condition, place: string): Problem[] {
  return problems.filter(
    ({ path }) =>
      path !== undefined && ((member.id !== undefined && path === member.id) || path.startsWith(place)),
  );
}
