import { AppstoreOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { templateRowSchema } from '../../rules-library/contract/templates.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Page } from '../app/page.tsx';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { TemplateCard } from './template-card.tsx';
import './templates.css';
import { templatesTexts } from './templates.texts.ts';

const answer = listAnswer(templateRowSchema);

/** The gallery of industry templates. */
export function TemplatesPage() {
  const t = useTexts(templatesTexts);
  const templates = useQuery({
    queryKey: queryKeys.templates,
    queryFn: ({ signal }) => call({ path: '/templates', answer, signal }),
  });
  return (
    <Page title={t('title')}>
      <p className="soft">{t('intro')}</p>
      {templates.isPending ? (
        <Card>
          <Skeleton rows={3} height={60} />
        </Card>
      ) : templates.isError ? (
        <Card>
          <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
        </Card>
      ) : templates.data.items.length === 0 ? (
        <Card>
          <EmptyState icon={<AppstoreOutlined />} title={t('empty')} help={t('emptyHelp')} />
        </Card>
      ) : (
        <div className="templates">
          {templates.data.items.map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </div>
      )}
    </Page>
  );
}
