import { z } from 'zod';
import { templateLoadedSchema, templateRowSchema } from '../../rules-library/contract/templates.ts';
import type { Template } from '../../rules-library/schema/template.ts';
import type { Door } from '../door/door.ts';
import type { StoredFlow } from '../flows/stored-flow.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';
import { loadTemplate } from './load-template.ts';

/** Industry templates: what there is, and loading one. */
export function templateRoutes(door: Door, store: Store, templates: ReadonlyMap<string, Template>): Route[] {
  const drafts = records<StoredFlow>(store, 'flows');
  return [
    defineRoute({
      method: 'get',
      path: '/templates',
      summary: { zh: '模板', en: 'Templates' },
      access: { kind: 'read', read: 'templates' },
      answers: { 200: z.object({ items: z.array(templateRowSchema), next: z.null() }) },
      async handle() {
        const ids = [...templates.values()].flatMap(({ flows }) => flows.map(({ id }) => id));
        const known = new Set((await drafts.byIds(ids)).map(({ _id }) => _id));
        const items = [...templates.values()].map((template) => ({
          id: template.id,
          title: template.title,
          about: template.about,
          needs: template.needs,
          flows: template.flows.map(({ id, name, cases }) => ({ id, name, caseCount: cases.length })),
          loaded: template.flows.every(({ id }) => known.has(id)),
        }));
        return { body: { items, next: null } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/templates/:id/load',
      summary: { zh: '载入模板为草稿，已有的保持不变', en: 'Load a template as drafts; what exists is kept' },
      access: { kind: 'command', command: 'load-template' },
      params: z.object({ id: z.string().max(64) }),
      body: z.object({}),
      answers: { 200: templateLoadedSchema },
      async handle({ params, actor }) {
        const template = templates.get(params.id);
        if (template === undefined) throw notFound({ zh: '模板', en: 'template' }, params.id);
        return { body: await loadTemplate({ door, store }, template, actor) };
      },
    }),
  ];
}
