import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import { useEditor, useFlow } from '../editor/editor-context.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PaletteItem } from './palette-item.tsx';
import './palette.css';
import { paletteGroups } from './palette-groups.ts';
import { paletteTexts } from './palette.texts.ts';

/** Everything a drawing can be made of, by category: what fits the trigger, the likely next blocks first. */
export function Palette() {
  const t = useTexts(paletteTexts);
  const text = useText();
  const flow = useFlow();
  const { session } = useEditor();
  const [typed, setTyped] = useState('');
  const groups = useMemo(() => paletteGroups(flow, vocabulary, typed), [flow, typed]);
  const onAdded = (): void => session.setState({ drawer: null });
  return (
    <div className="palette">
      <h2 className="visually-hidden">{t('title')}</h2>
      <Input
        className="palette-search"
        prefix={<SearchOutlined aria-hidden />}
        value={typed}
        placeholder={t('search')}
        aria-label={t('search')}
        allowClear
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="palette-list">
        {groups.map(({ id, label, blocks }) => (
          <section key={id} className="palette-group" aria-label={text(label)}>
            <h3 className="palette-head">
              {text(label)}
              <span className="palette-count">{blocks.length}</span>
            </h3>
            {blocks.map((block) => (
              <PaletteItem key={block.kind} block={block} onAdded={onAdded} />
            ))}
          </section>
        ))}
        {groups.length === 0 ? <p className="palette-nothing">{t('nothing')}</p> : null}
      </div>
    </div>
  );
}
