import { defineHandler } from '../door/handler.ts';

/** Notes that a template was loaded. Its flows and catalogue go in through the same doors as everybody's, one by one. */
export function loadTemplateHandler(titles: ReadonlyMap<string, { zh: string; en: string }>) {
  return defineHandler<Record<string, never>>({
    name: 'load-template',
    needs: (press) => [{ collection: 'templates', ids: [press.target?.id ?? ''] }],
    plan(press, state) {
      const id = press.target?.id ?? '';
      const title = titles.get(id);
      if (title === undefined) {
        return {
          refused: {
            code: 'not-found',
            message: { zh: `没有模板「${id}」。`, en: `There is no template "${id}".` },
          },
        };
      }
      return {
        changes: [
          {
            put: 'templates',
            document: { _id: id, loadedAt: state.now, loadedBy: press.actor.id },
          },
        ],
        result: { template: id },
        text: { zh: `载入模板「${title.zh}」`, en: `Loading the template "${title.en}"` },
        audit: { after: { template: id } },
      };
    },
  });
}
