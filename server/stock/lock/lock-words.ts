import { layerLabel, type Layer } from '../../../rules-library/choices/layers.ts';
import type { Text } from '../../../rules-library/schema/text.ts';
import type { State } from '../../door/handler.ts';
import type { Reservation } from '../reservation.ts';
import { warehouseName } from '../warehouse-name.ts';

/** 「苏州仓锁 2 件、无锡仓锁 1 件，加急层」: what was locked where, and what is still missing. */
export function lockedText(locks: readonly Reservation[], layer: Layer, short: number, state: State): Text {
  const label = layerLabel(layer);
  const where = unitsOfLocks(locks, { zh: '锁', en: 'Locked' }, state);
  const missing =
    short === 0 ? { zh: '', en: '' } : { zh: `，还差 ${short} 件`, en: `; ${short} are missing` };
  return {
    zh: `${where.zh}，${label.zh}${missing.zh}`,
    en: `${where.en}, ${label.en.toLowerCase()}${missing.en}`,
  };
}

/** 「苏州仓释放 2 件、无锡仓释放 1 件」: what was done with these units, by warehouse. */
export function unitsOfLocks(
  locks: readonly Pick<Reservation, 'warehouse' | 'quantity'>[],
  verb: Text,
  state: State,
): Text {
  const units = new Map<string, number>();
  for (const { warehouse, quantity } of locks) units.set(warehouse, (units.get(warehouse) ?? 0) + quantity);
  const places = [...units].map(([id, quantity]) => ({ name: warehouseName(state, id), quantity }));
  return {
    zh: places.map(({ name, quantity }) => `${spaced(name)}${verb.zh} ${quantity} 件`).join('、'),
    en: `${verb.en} ${places.map(({ name, quantity }) => `${quantity} in ${name}`).join(', ')}`,
  };
}

/** A blank between letters or digits and the Chinese that follows. */
export function spaced(name: string): string {
  return /[\dA-Za-z]$/.test(name) ? `${name} ` : name;
}
