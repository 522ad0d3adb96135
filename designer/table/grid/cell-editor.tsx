import { CheckOutlined } from '@ant-design/icons';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import { useFlow } from '../../editor/editor-context.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { cellWords } from '../cells/cell-words.ts';
import { readTyped } from '../model/paste.ts';
import type { Column } from '../model/table.ts';
import { tableTexts } from '../table.texts.ts';
import { suggestionsFor, withSuggestion } from './suggestions.ts';
import type { Editing } from './use-grid.ts';

export interface CellEditorProps {
  field: RefObject<HTMLInputElement | null>;
  column: Column;
  head: string;
  /** The cell it stands over, for those who hear the screen. */
  name: string;
  cellId: string;
  editing: Editing | null;
  place: { left: number; top: number; width: number };
  mayEdit: boolean;
  /** What stood in the cell: typing it again changes nothing. */
  before: string;
  onType: (text: string) => void;
  onCommit: (cell: TableCell | undefined, rows: number, columns: number) => void;
  onLeave: (rows: number, columns: number) => void;
  onKey: (event: KeyboardEvent) => void;
  onCopy: (event: ClipboardEvent) => void;
  onCut: (event: ClipboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
}

/**
 * The one field of the grid. It always has the hand's keys, so that writing systems of several keys per sign begin in it; it is seen
 * once something is typed.
 */
export function CellEditor(props: CellEditorProps) {
  const { field, column, head, name, cellId, editing, place, mayEdit, before } = props;
  const { onType, onCommit, onLeave, onKey, onCopy, onCut, onPaste } = props;
  const t = useTexts(tableTexts);
  const language = useLanguage();
  const listId = useId();
  const help = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState(-1);
  const text = editing?.text ?? '';
  const read = editing === null ? undefined : readTyped(text, column);
  const offered = editing === null ? [] : suggestionsFor(column, text, language);
  const active = lit >= 0 && lit < offered.length ? lit : -1;

  // Beside the field wherever the grid is scrolled to, and above it where there is no room below.
  useLayoutEffect(() => {
    const box = field.current?.getBoundingClientRect();
    const element = help.current;
    if (box === undefined || element === null) return;
    const above = box.bottom + element.offsetHeight + 8 > window.innerHeight;
    const room = window.innerWidth - element.offsetWidth - 8;
    element.style.left = `${Math.max(8, Math.min(box.left, room))}px`;
    element.style.top = `${above ? box.top - element.offsetHeight - 4 : box.bottom + 4}px`;
  });

  const type = (next: string): void => {
    setLit(-1);
    onType(next);
  };
  const take = (label: string, goOn: boolean): void => {
    const next = withSuggestion(column, text, label, language);
    const taken = readTyped(next, column);
    if (!goOn || 'wrong' in taken) type(next);
    else onCommit(taken.cell, 1, 0);
  };
  const finish = (rows: number, columns: number): void => {
    if (read === undefined || 'wrong' in read) return;
    if (text === before) onLeave(rows, columns);
    else onCommit(read.cell, rows, columns);
  };
  const typing = (event: KeyboardEvent): void => {
    // Keys that choose among signs belong to the writing system.
    if (event.nativeEvent.isComposing) return;
    const moves: Record<string, () => void> = {
      Enter: () => (active < 0 ? finish(event.shiftKey ? -1 : 1, 0) : take(offered[active]!.label, true)),
      Tab: () => finish(0, event.shiftKey ? -1 : 1),
      Escape: () => onLeave(0, 0),
      ArrowDown: () => setLit(Math.min(active + 1, offered.length - 1)),
      ArrowUp: () => setLit(Math.max(active - 1, -1)),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  return (
    <div className="cell-editor-place" style={{ left: place.left, top: place.top }}>
      <input
        ref={field}
        className={`cell-editor ${editing === null ? 'cell-editor-idle' : ''}`}
        style={{ minWidth: place.width, width: editing === null ? place.width : `${widthOf(text)}ch` }}
        role="combobox"
        aria-label={name}
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? cellId : `${listId}-${active}`}
        aria-invalid={read !== undefined && 'wrong' in read}
        // On a phone its keyboard waits until a cell is opened.
        inputMode={editing === null ? 'none' : 'text'}
        autoComplete="off"
        spellCheck={false}
        readOnly={!mayEdit}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={editing === null ? onKey : typing}
        onBlur={() => finish(0, 0)}
        onCopy={editing === null ? onCopy : undefined}
        onCut={editing === null ? onCut : undefined}
        onPaste={editing === null ? onPaste : undefined}
      />
      {editing === null ? null : (
        <div className="cell-help" ref={help} onMouseDown={(event) => event.preventDefault()}>
          {offered.length === 0 ? null : (
            <ul className="cell-offers" id={listId} role="listbox" aria-label={t('cell')}>
              {offered.map(({ label, isIn }, index) => (
                <li
                  key={label}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={isIn}
                  className={index === active ? 'cell-offer-lit' : ''}
                  onClick={() => take(label, column.role === 'output')}
                >
                  <CheckOutlined aria-hidden style={{ visibility: isIn ? 'visible' : 'hidden' }} />
                  {label}
                </li>
              ))}
            </ul>
          )}
          <Reading read={read} column={column} head={head} />
        </div>
      )}
    </div>
  );
}

/** What the typed text means, or why it cannot be read. */
function Reading({
  read,
  column,
  head,
}: {
  read: ReturnType<typeof readTyped> | undefined;
  column: Column;
  head: string;
}) {
  const t = useTexts(tableTexts);
  const text = useText();
  const flow = useFlow();
  const language = useLanguage();
  if (read === undefined) return null;
  if ('wrong' in read) {
    return (
      <p className="cell-wrong" role="alert">
        {text(read.wrong)}
      </p>
    );
  }
  return (
    <p className="cell-reads">
      <span>{t('reads')}</span>
      {read.cell === undefined
        ? `${head} ${column.role === 'input' ? t('anything') : t('toGive')}`
        : cellWords(column, read.cell, head, flow, language)}
    </p>
  );
}

/** Room for what is typed; Chinese signs are twice as wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, sign) => width + (sign.charCodeAt(0) > 0x2e80 ? 2 : 1), 3);
}
