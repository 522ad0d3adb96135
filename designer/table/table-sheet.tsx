import { Drawer, Select } from 'antd';
import { hitPolicies } from '../../rules-library/blocks/compute/decision-table-params.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode, Problem } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import type { Finding } from '../../runtime/index.ts';
import { useFlow, useProblems } from '../editor/editor-context.ts';
import { FindingList } from '../findings/finding-list.tsx';
import { findingsTexts } from '../findings/findings.texts.ts';
import { useFindings } from '../findings/use-findings.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { TableGrid } from './grid/grid.tsx';
import { useGrid } from './grid/use-grid.ts';
import { insertRows } from './model/edit-table.ts';
import type { HitPolicy } from './model/table.ts';
import { PasteReport } from './paste-report.tsx';
import { rowMarks } from './row-marks.ts';
import './table.css';
import { tableTexts } from './table.texts.ts';
import { TableTools } from './table-tools.tsx';
import { useTable } from './use-table.ts';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';

export interface TableSheetProps {
  node: FlowNode;
  open: boolean;
  onClose: () => void;
}

/** The decision table of a block, with as much room as there is. */
export function TableSheet({ node, open, onClose }: TableSheetProps) {
  const t = useTexts(tableTexts);
  const text = useText();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={text(nodeName(node, vocabulary))}
      size="min(1320px, 100vw)"
      destroyOnHidden
      // The canvas beneath has keys of its own.
      className="table-sheet nokey"
      aria-label={t('grid')}
      extra={
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      {open ? <TableBody node={node} /> : null}
    </Drawer>
  );
}

const noProblems: readonly Problem[] = [];

function TableBody({ node }: { node: FlowNode }) {
  const t = useTexts(tableTexts);
  const flow = useFlow();
  const opened = useTable(node);
  const grid = useGrid(opened);
  const { table, mayEdit, change } = opened;
  const problems = useProblems(({ byNode }) => byNode.get(node.id)) ?? noProblems;
  const { findings, isLooking, isUnknown } = useFindings((state) => state);
  const own = findings.filter(({ nodes }) => nodes.includes(`${flow.id}/${node.id}`));
  const ofTable = own.filter(({ kind }) => kind !== 'conflict' && kind !== 'unknown-fact');
  const onRows = (rows: readonly string[]): void => {
    const places = rows.map((id) => table.rows.findIndex((row) => row.id === id)).filter((at) => at >= 0);
    if (places[0] !== undefined) grid.chooseRows(places[0], places[0]);
  };
  const hasGap = ofTable.some(({ kind }) => kind === 'gap');
  return (
    <div className="table-work">
      <div className="table-policy">
        <Select<HitPolicy>
          aria-label={t('policy')}
          value={table.hitPolicy}
          disabled={!mayEdit}
          popupMatchSelectWidth={false}
          options={hitPolicies.map(({ value, label }) => ({ value, label: <PolicyLabel label={label} /> }))}
          onChange={(hitPolicy) => change({ ...table, hitPolicy })}
        />
        <p className="soft">{t(table.hitPolicy)}</p>
      </div>
      {mayEdit ? <TableTools open={opened} grid={grid} /> : null}
      <TableGrid open={opened} grid={grid} marks={rowMarks(table.rows, problems, ofTable)} />
      {mayEdit ? (
        <Button
          className="table-add-row"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            change(insertRows(table, table.rows.length));
            grid.choose(table.rows.length, 0);
          }}
        >
          {t('addRow')}
        </Button>
      ) : null}
      <div className="table-below" aria-live="polite">
        <PasteReport open={opened} grid={grid} />
        <TableFindings
          findings={ofTable}
          problems={problems.length}
          isLooking={isLooking}
          isUnknown={isUnknown}
          onRows={onRows}
        />
        {hasGap && mayEdit && table.hitPolicy !== 'UNIQUE' ? (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              change(insertRows(table, table.rows.length));
              grid.choose(table.rows.length, table.inputs.length);
            }}
          >
            {t('addRest')}
          </Button>
        ) : null}
        <p className="faint table-keys">{t('keys')}</p>
      </div>
    </div>
  );
}

function PolicyLabel({ label }: { label: { zh: string; en: string } }) {
  const text = useText();
  return <>{text(label)}</>;
}

interface TableFindingsProps {
  findings: readonly Finding[];
  problems: number;
  isLooking: boolean;
  isUnknown: boolean;
  onRows: (rows: readonly string[]) => void;
}

function TableFindings({ findings, problems, isLooking, isUnknown, onRows }: TableFindingsProps) {
  const t = useTexts(tableTexts);
  const words = useTexts(findingsTexts);
  if (findings.length > 0) return <FindingList findings={findings} onRows={onRows} />;
  if (isLooking) return <p className="faint">{t('looking')}</p>;
  if (isUnknown) return <p className="faint">{words('unknown')}</p>;
  return problems > 0 ? null : <p className="table-sound">{t('sound')}</p>;
}
