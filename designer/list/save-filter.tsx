import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { listTexts } from './list.texts.ts';
import type { SavedFilter } from './saved-filters.ts';

export interface SaveFilterProps {
  /** The filter as the address says it, without the question mark. */
  search: string;
  save: (filter: SavedFilter) => void;
}

/** Keeps the filter of the list, as its address says it, under a name. */
export function SaveFilter({ search, save }: SaveFilterProps) {
  const t = useTexts(listTexts);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = (): void => {
    if (name.trim() === '') return;
    save({ name: name.trim(), search });
    setName('');
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="filter-save">
          <Input
            autoFocus
            maxLength={40}
            value={name}
            aria-label={t('saveFilterName')}
            placeholder={t('saveFilterName')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={keep}
          />
          <Button type="primary" onClick={keep}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <button type="button" className="filter-chip filter-add">
        <PlusOutlined aria-hidden /> {t('saveFilter')}
      </button>
    </Popover>
  );
}
