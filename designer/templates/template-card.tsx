import { CheckCircleFilled } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { templateLoadedSchema, type TemplateRow } from '../../rules-library/contract/templates.ts';
import { errorText } from '../api/api-error.ts';
import { call, path } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useMayPress } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { templatesTexts } from './templates.texts.ts';

/** One template: what it is for, what it needs, its flows, and loading it. */
export function TemplateCard({ template }: { template: TemplateRow }) {
  const t = useTexts(templatesTexts);
  const text = useText();
  const queryClient = useQueryClient();
  const mayLoad = useMayPress('load-template');
  const load = useMutation({
    mutationFn: () =>
      call({
        method: 'POST',
        path: path`/templates/${template.id}/load`,
        body: {},
        answer: templateLoadedSchema,
      }),
    async onSuccess() {
      await Promise.all(
        [queryKeys.templates, queryKeys.flows].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
    },
  });
  return (
    <Card
      title={text(template.title)}
      note={template.id}
      aside={
        template.loaded ? (
          <Chip tone="good" icon={<CheckCircleFilled />}>
            {t('loaded')}
          </Chip>
        ) : undefined
      }
    >
      <p className="template-about">{text(template.about)}</p>
      <h3>{t('flows')}</h3>
      <ul className="template-flows">
        {template.flows.map(({ id, name, caseCount }) => (
          <li key={id}>
            {template.loaded ? <Link to={`/rules/${encodeURIComponent(id)}`}>{text(name)}</Link> : text(name)}
            <span className="faint">{t('cases', { count: caseCount })}</span>
          </li>
        ))}
      </ul>
      {template.needs.length === 0 ? null : (
        <>
          <h3>{t('needs')}</h3>
          <ul className="template-needs">
            {template.needs.map((need) => (
              <li key={need.zh}>{text(need)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="template-foot" aria-live="polite">
        {mayLoad ? (
          <Button
            type={template.loaded ? 'default' : 'primary'}
            loading={load.isPending}
            data-action="load-template"
            onClick={() => load.mutate()}
          >
            {load.isPending ? t('loading') : template.loaded ? t('loadAgain') : t('load')}
          </Button>
        ) : (
          <span className="faint">{t('notYours')}</span>
        )}
        {template.loaded ? <Link to="/rules">{t('seeDrafts')}</Link> : null}
        {load.isSuccess ? <span className="template-done">{text(load.data.text)}</span> : null}
        {load.isError ? (
          <span className="template-failed" role="alert">
            {text(errorText(load.error))}
          </span>
        ) : null}
      </div>
    </Card>
  );
}
