import { DeleteOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Button, Input, Tooltip } from 'antd';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode, Problem } from '../../rules-library/schema/flow.ts';
import { toneOf } from '../canvas/tones.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useEditor, useProblems } from '../editor/editor-context.ts';
import { removeEdit } from '../editor/gestures.ts';
import { retitle } from '../editor/retitle.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { ExitsEditor } from './exits-editor.tsx';
import { FindingList } from '../findings/finding-list.tsx';
import { useFindings } from '../findings/use-findings.ts';
import { inspectorTexts } from './inspector.texts.ts';
import { ParamsForm, problemsByField } from './params-form.tsx';

const none: readonly Problem[] = [];
const longestTitle = 60;

/** One block: its name, its settings from its schema, what is wrong with it, where its exits lead. */
export function NodeInspector({ node }: { node: FlowNode }) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const language = useLanguage();
  const { document, mayEdit } = useEditor();
  const problems = useProblems(({ byNode }) => byNode.get(node.id)) ?? none;
  const block = vocabulary.blocks.get(node.kind);
  if (block === undefined) {
    return (
      <>
        <h2>{node.kind}</h2>
        <p className="soft">{t('unknownBlock')}</p>
        <RemoveBlock id={node.id} />
      </>
    );
  }
  const { general } = problemsByField(block, node.params, problems);
  return (
    <>
      <div className="inspector-head">
        <h2 className="inspector-kind">
          <Chip tone={toneOf(block)}>{text(block.label)}</Chip>
        </h2>
        <Tooltip title={text(block.help)} trigger={['hover', 'focus', 'click']}>
          <Button
            type="text"
            size="small"
            className="inspector-help"
            icon={<InfoCircleOutlined aria-hidden />}
            iconPlacement="end"
          >
            {t('help')}
          </Button>
        </Tooltip>
      </div>
      <label className="field">
        <span className="field-label">{t('name')}</span>
        <Input
          value={node.title?.[language] ?? ''}
          placeholder={text(block.label)}
          maxLength={longestTitle}
          disabled={!mayEdit}
          onChange={({ target }) => {
            const title = target.value === '' ? undefined : retitle(node.title, language, target.value);
            document.change({ type: 'set-title', node: node.id, title }, `title:${node.id}`);
          }}
          onBlur={() => document.seal()}
        />
      </label>
      {general.map((problem) => (
        <p
          key={problem.code + problem.path}
          className="field-problem"
          data-level={problem.level}
          role="alert"
        >
          {text(problem.text)}
        </p>
      ))}
      <ParamsForm block={block} node={node} problems={problems} />
      <NodeFindings id={node.id} />
      <ExitsEditor node={node} problems={problems} />
      <RemoveBlock id={node.id} />
    </>
  );
}

/** What is worth a look at this block. */
function NodeFindings({ id }: { id: string }) {
  const { flowId } = useEditor();
  const findings = useFindings((state) => state.findings);
  const own = findings.filter(({ nodes }) => nodes.includes(`${flowId}/${id}`));
  return own.length === 0 ? null : <FindingList findings={own} />;
}

function RemoveBlock({ id }: { id: string }) {
  const t = useTexts(inspectorTexts);
  const { document, mayEdit } = useEditor();
  if (!mayEdit) return null;
  return (
    <div className="inspector-foot">
      <Button
        type="text"
        danger
        icon={<DeleteOutlined aria-hidden />}
        onClick={() => document.change(removeEdit([id], []))}
      >
        {t('removeBlock')}
      </Button>
    </div>
  );
}
