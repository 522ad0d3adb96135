import { DownOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { createElement, useId, useState } from 'react';
import type { BlockDefinition } from '../../rules-library/define/block.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode, Problem } from '../../rules-library/schema/flow.ts';
import { useEditor } from '../editor/editor-context.ts';
import { paramsEdit } from '../editor/gestures.ts';
import { conditionIds } from '../editor/ids.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { isFactReference } from './comparisons.ts';
import { type DescribedParam, describeParams } from './describe-params.ts';
import { FactSelect } from './fact-select.tsx';
import { widgetFor } from './fields/index.ts';
import { inspectorTexts } from './inspector.texts.ts';

export interface ParamsFormProps {
  block: BlockDefinition;
  node: FlowNode;
  problems: readonly Problem[];
}

/** The form of a block, made from its schema: one field per param, in its order. */
export function ParamsForm({ block, node, problems }: ParamsFormProps) {
  const t = useTexts(inspectorTexts);
  const [open, setOpen] = useState(false);
  const moreId = useId();
  const shown = describeParams(block.params).filter(({ ui }) => isShown(ui.shownWhen, node.params));
  const { byField } = problemsByField(block, node.params, problems);
  const usual = shown.filter(({ ui }) => ui.advanced !== true);
  const advanced = shown.filter(({ ui }) => ui.advanced === true);
  // What is filled in or wrong is not hidden.
  const used = advanced.some(({ name }) => node.params[name] !== undefined || byField.has(name));
  const field = (param: DescribedParam) => (
    <ParamField key={param.name} param={param} node={node} problems={byField.get(param.name) ?? []} />
  );
  return (
    <>
      {usual.map(field)}
      {advanced.length === 0 ? null : (
        <>
          {used ? null : (
            <Button
              type="link"
              size="small"
              className="inspector-more"
              aria-expanded={open}
              aria-controls={moreId}
              icon={<DownOutlined rotate={open ? 180 : 0} aria-hidden />}
              onClick={() => setOpen(!open)}
            >
              {t('more')}
            </Button>
          )}
          <div id={moreId} className="inspector-advanced">
            {open || used ? advanced.map(field) : null}
          </div>
        </>
      )}
    </>
  );
}

function isShown(
  when: { param: string; in: readonly unknown[] } | undefined,
  params: Readonly<Record<string, unknown>>,
): boolean {
  return when === undefined || when.in.includes(params[when.param]);
}

interface ParamFieldProps {
  param: DescribedParam;
  node: FlowNode;
  problems: readonly Problem[];
}

/** Fields whose value is a set of things of its own: no single fact can stand for it. */
const never = new Set([
  'choice',
  'recipients',
  'buttons',
  'lines',
  'text-with-facts',
  'choices',
  'field-name',
]);

/** Fields with conditions within, which show what is wrong with each beside it. */
const holdsConditions = new Set(['cases', 'score-rows', 'approval-steps']);
/** What an expression marks in itself. */
const toldAtTheWord = new Set(['expression', 'unknown-fact']);

function ParamField({ param, node, problems }: ParamFieldProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const { document, mayEdit } = useEditor();
  const labelled = useId();
  const { name, ui, takesFact } = param;
  const value = node.params[name];
  const label = text(ui.label);
  const widget = widgetFor(ui.field);
  const reference = isFactReference(value) ? value : undefined;
  const change = (next: unknown, typing = false): void => {
    const { flow } = document.store.getState();
    const current = flow.nodes.find(({ id }) => id === node.id)?.params ?? node.params;
    const { [name]: _, ...rest } = current;
    // The order of params stays, so that the drawing's text changes only where something changed.
    const params = next === undefined ? rest : { ...current, [name]: next };
    document.change(
      paramsEdit(flow, vocabulary, node.id, params),
      typing ? `param:${node.id}:${name}` : undefined,
    );
  };
  const rowProblems =
    ui.field.includes('conditions') || holdsConditions.has(ui.field) ? conditionIds(value) : new Set();
  const own = problems.filter(
    ({ path, code }) =>
      !(path !== undefined && rowProblems.has(path)) &&
      !(ui.field === 'expression' && toldAtTheWord.has(code)),
  );
  return (
    <div className="field" role="group" aria-labelledby={labelled} data-param={name}>
      <div className="field-head">
        <span className="field-label" id={labelled}>
          {label}
        </span>
        {ui.help === undefined ? null : (
          <Tooltip title={text(ui.help)}>
            <InfoCircleOutlined className="field-info" tabIndex={0} aria-label={text(ui.help)} />
          </Tooltip>
        )}
        {takesFact && !never.has(ui.field) && mayEdit ? (
          <Button
            type="link"
            size="small"
            className="field-switch"
            onClick={() => change(reference === undefined ? { fact: 'order.note' } : undefined)}
          >
            {reference === undefined ? t('useFact') : t('useFixed')}
          </Button>
        ) : null}
      </div>
      {reference === undefined ? (
        createElement(widget, {
          node: node.id,
          param,
          value,
          params: node.params,
          onChange: change,
          onDone: () => document.seal(),
          labelled,
          label,
          problems,
          disabled: !mayEdit,
        })
      ) : (
        <FactSelect
          className="field-wide"
          value={reference.fact}
          label={label}
          custom
          disabled={!mayEdit}
          onChange={(fact) => change({ fact })}
        />
      )}
      {own.map((problem) => (
        <p key={problem.code + problem.path + problem.text.en} className="field-problem" role="alert">
          {text(problem.text)}
        </p>
      ))}
    </div>
  );
}

/** Problems by the param they belong to; the rest are the block's as a whole. Problems of exits stand beside the exits. */
export function problemsByField(
  block: BlockDefinition,
  params: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): { byField: Map<string, Problem[]>; general: Problem[] } {
  const byField = new Map<string, Problem[]>();
  const general: Problem[] = [];
  const names = describeParams(block.params).map(({ name }) => name);
  for (const problem of problems) {
    if (problem.code === 'unconnected') continue;
    const name = names.find((one) => belongs(problem.path, one, params[one]));
    if (name === undefined) general.push(problem);
    else byField.set(name, [...(byField.get(name) ?? []), problem]);
  }
  return { byField, general };
}

/** A problem's path is the param's, a place within it, or the id of a condition within it. */
function belongs(path: string | undefined, name: string, value: unknown): boolean {
  if (path === undefined) return false;
  if (path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`)) return true;
  return conditionIds(value).has(path);
}
