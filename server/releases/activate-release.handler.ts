import { defineHandler } from '../door/handler.ts';
import type { StoredActivation, StoredPointer, StoredRelease } from './release.ts';

/** Puts an earlier release in force again. Its content stays as it was published; only the pointer moves. */
export const activateReleaseHandler = defineHandler<Record<string, never>>({
  name: 'activate-release',
  needs(press) {
    const number = press.target?.id ?? '';
    return [
      { collection: 'pointers', ids: ['release'] },
      { collection: 'releases', ids: [number] },
      { collection: 'activations', ids: [number] },
    ];
  },
  plan(press, state) {
    const id = press.target?.id ?? '';
    const pointer = state.get<StoredPointer>('pointers', 'release');
    const release = state.get<StoredRelease>('releases', id);
    if (release === undefined || pointer === undefined) {
      return {
        refused: {
          code: 'not-found',
          message: { zh: `没有发布版本 ${id}。`, en: `There is no release ${id}.` },
        },
      };
    }
    if (pointer.number === release.number) {
      return {
        refused: {
          code: 'refused',
          message: { zh: `发布版本 ${id} 已经在生效。`, en: `Release ${id} is in force already.` },
          details: { reasons: [{ code: 'in-force' }], cures: [] },
        },
      };
    }
    const epoch = pointer.epoch + 1;
    const activation: StoredActivation = {
      _id: id,
      rev: state.get<StoredActivation>('activations', id)?.rev ?? 0,
      at: state.now,
      by: press.actor.id,
      epoch,
    };
    return {
      changes: [
        { put: 'pointers', document: { ...pointer, epoch, number: release.number } },
        { put: 'activations', document: activation },
      ],
      result: { number: release.number, epoch },
      text: {
        zh: `已回到发布版本 ${id}，共 ${release.ruleCount} 条规则`,
        en: `Release ${id} is in force again, with ${release.ruleCount} rules`,
      },
      signals: [{ name: 'release.switched', data: { number: release.number, epoch } }],
      audit: { before: { release: pointer.number }, after: { release: release.number } },
    };
  },
});
