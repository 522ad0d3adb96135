import { vocabulary } from '../../rules-library/index.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { StoredEffect } from './decision.ts';

/** Event under which what follows an outcome is decided. */
export const stageEntered = 'stage.entered';

const stagesByRelease = new WeakMap<ActiveRelease, ReadonlySet<string>>();

/** Later stages some rule of the release stands in. */
function stagesOf(release: ActiveRelease): ReadonlySet<string> {
  let stages = stagesByRelease.get(release);
  if (stages === undefined) {
    stages = new Set(
      Object.values(release.sourceMap).flatMap(({ flow, stage }) =>
        stage === null ? [] : [`${flow}/${stage}`],
      ),
    );
    stagesByRelease.set(release, stages);
  }
  return stages;
}

/** Whether anything is drawn behind an outcome. */
export function hasStages(release: ActiveRelease): boolean {
  return stagesOf(release).size > 0;
}

/** Whether anything is drawn in this stage, `FLOW/NODE:PORT`. */
export function hasStage(release: ActiveRelease, stage: string): boolean {
  return stagesOf(release).has(stage);
}

/** Whether the command leaves by ports that say what became of it. */
export function canFail(command: string): boolean {
  return vocabulary.commands.get(command)?.ports.some(({ id }) => id === 'impossible') ?? false;
}

/** The stage that an effect's outcome opens, `FLOW/NODE:PORT`; null when nothing is drawn behind it. */
export function openedStage(
  release: ActiveRelease,
  { command, rule, port }: StoredEffect,
): { stage: string; flow: string } | null {
  const entry = release.sourceMap[rule];
  if (!canFail(command) || entry === undefined || port === undefined) return null;
  const stage = `${entry.flow}/${entry.node}:${port}`;
  return stagesOf(release).has(stage) ? { stage, flow: entry.flow } : null;
}
