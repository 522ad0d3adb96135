import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import './typed-choice.css';

export interface TypedChoiceItem {
  key: string;
  label: ReactNode;
  note?: ReactNode;
}

export interface TypedChoiceProps<Item extends TypedChoiceItem> {
  /** What the field is for, spoken. */
  name: string;
  placeholder: string;
  typed: string;
  onType: (typed: string) => void;
  items: readonly Item[];
  /** Said instead of the list when nothing fits. */
  empty: string;
  onChoose: (item: Item) => void;
  onLeave?: () => void;
  /** Below the list: which keys do what. */
  children?: ReactNode;
}

/** Type, choose among what fits with the arrow keys or by pointer, take it by Enter. */
export function TypedChoice<Item extends TypedChoiceItem>(props: TypedChoiceProps<Item>) {
  const { name, placeholder, typed, onType, items, empty, onChoose, onLeave, children } = props;
  const list = useId();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, items.length - 1);
  const step = (by: number): void => setChosen((at + by + items.length) % Math.max(1, items.length));
  return (
    <div
      onKeyDown={(event) => {
        const item = items[at];
        if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Enter' && !event.nativeEvent.isComposing && item !== undefined)
          onChoose(item);
        else if (event.key === 'Escape' && onLeave !== undefined) onLeave();
        else return;
        event.preventDefault();
      }}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setChosen(0);
        }}
        role="combobox"
        aria-label={name}
        aria-expanded={items.length > 0}
        aria-controls={list}
        aria-activedescendant={items.length > 0 ? `${list}-${at}` : undefined}
      />
      {items.length === 0 ? (
        <p className="typed-choice-empty faint">{empty}</p>
      ) : (
        <ul className="typed-choice" id={list} role="listbox" aria-label={name}>
          {items.map((item, index) => (
            <li
              key={item.key}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              className="typed-choice-item"
              onMouseMove={() => setChosen(index)}
              onClick={() => onChoose(item)}
              onKeyDown={undefined}
            >
              <span>{item.label}</span>
              <span className="faint">{item.note}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
