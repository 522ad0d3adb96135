import { useMemo } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode } from '../../rules-library/schema/flow.ts';
import { contextOf, labelOfFact } from '../../rules-library/sentences/index.ts';
import { useEditor, useFlow } from '../editor/editor-context.ts';
import { paramsEdit } from '../editor/gestures.ts';
import { useLanguage } from '../i18n/language.ts';
import { useSmallCatalog } from '../inspector/use-names.ts';
import type { Column, Table } from './model/table.ts';
import { columnsOf, tableOf } from './model/table.ts';

export interface OpenTable {
  table: Table;
  columns: readonly Column[];
  /** What each column is called. */
  heads: readonly string[];
  mayEdit: boolean;
  /** One gesture of a person: one step back. */
  change: (table: Table) => void;
  undo: () => void;
  redo: () => void;
}

/** The decision table of a block, and how it is changed. */
export function useTable(node: FlowNode): OpenTable {
  const { document, mayEdit } = useEditor();
  const language = useLanguage();
  const flow = useFlow();
  const warehouses = useSmallCatalog('warehouses');
  const table = useMemo(() => tableOf(node.params), [node.params]);
  const context = useMemo(() => contextOf(language, vocabulary, { flow }), [language, flow]);
  const columns = useMemo(
    () =>
      columnsOf(
        table,
        (id) => context.facts.get(id),
        (catalog) =>
          catalog === 'warehouses'
            ? warehouses.map(({ id, name }) => ({ value: id, label: { zh: name, en: name } }))
            : undefined,
      ),
    [table, context, warehouses],
  );
  const heads = useMemo(
    () =>
      columns.map((column) =>
        column.role === 'input' ? labelOfFact(column.input.fact, context) : column.output.label[language],
      ),
    [columns, context, language],
  );
  return {
    table,
    columns,
    heads,
    mayEdit,
    change(next) {
      if (JSON.stringify(next) === JSON.stringify(table)) return;
      const { flow: now } = document.store.getState();
      const params = now.nodes.find(({ id }) => id === node.id)?.params ?? node.params;
      document.change(paramsEdit(now, vocabulary, node.id, { ...params, ...next }));
    },
    undo: document.undo,
    redo: document.redo,
  };
}
