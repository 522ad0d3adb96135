import { FieldTimeOutlined } from '@ant-design/icons';
import { Page } from '../app/page.tsx';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { TaskCard } from './task-card.tsx';
import './tasks.css';
import { tasksTexts } from './tasks.texts.ts';
import { useTasks } from './use-tasks.ts';

/** 任务: long work of the rule flows, found again however the window was closed. */
export function TasksPage() {
  const t = useTexts(tasksTexts);
  const tasks = useTasks();
  return (
    <Page title={t('title')}>
      <p className="soft">{t('intro')}</p>
      {tasks.isPending ? (
        <Card>
          <Skeleton rows={3} height={64} />
        </Card>
      ) : tasks.isError ? (
        <Card>
          <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} />
        </Card>
      ) : tasks.data.items.length === 0 ? (
        <Card>
          <EmptyState icon={<FieldTimeOutlined />} title={t('none')} help={t('noneHelp')} />
        </Card>
      ) : (
        <ul className="task-list">
          {tasks.data.items.map((task) => (
            <li key={task.id}>
              <TaskCard task={task} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
