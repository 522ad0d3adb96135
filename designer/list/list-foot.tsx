import { Button } from 'antd';
import { useTexts } from '../i18n/use-texts.ts';
import './list.css';
import { listTexts } from './list.texts.ts';

export interface ListFootProps {
  /** How much is seen, in the list's own words. */
  seen: string;
  /** How much more a press brings. */
  more: string;
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** What is said when nothing more follows; "that is all" without it. */
  end?: string;
}

/** Below a list that is read page by page: how much is seen, and more of it. */
export function ListFoot({ seen, more, list, end }: ListFootProps) {
  const t = useTexts(listTexts);
  return (
    <footer className="list-foot">
      <span className="faint">{seen}</span>
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      ) : (
        <span className="faint">{end ?? t('end')}</span>
      )}
    </footer>
  );
}
