import type { FlowEdit, Place } from '../../../rules-library/edits/index.ts';

/** A block as it stands: its place and how large it is drawn, px. */
export interface Box extends Place {
  id: string;
  width: number;
  height: number;
}

/** The ways in which blocks are brought in line. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'across' | 'down';

/** Brings blocks in line with each other, or spaces them evenly; undefined when nothing moves. */
export function alignEdit(boxes: readonly Box[], how: Alignment): FlowEdit | undefined {
  const to = how === 'across' || how === 'down' ? spread(boxes, how) : inLine(boxes, how);
  const moved = boxes.flatMap(({ id, x, y }) => {
    const place = to.get(id);
    return place === undefined || (place.x === x && place.y === y) ? [] : [[id, place] as const];
  });
  return moved.length === 0 ? undefined : { type: 'move-nodes', to: Object.fromEntries(moved) };
}

type Line = Exclude<Alignment, 'across' | 'down'>;

function inLine(boxes: readonly Box[], how: Line): Map<string, Place> {
  const edges = (one: (box: Box) => number): number[] => boxes.map(one);
  const left = Math.min(...edges(({ x }) => x));
  const right = Math.max(...edges(({ x, width }) => x + width));
  const top = Math.min(...edges(({ y }) => y));
  const bottom = Math.max(...edges(({ y, height }) => y + height));
  const place: Record<Line, (box: Box) => Place> = {
    left: ({ y }) => ({ x: left, y }),
    centre: ({ y, width }) => ({ x: (left + right - width) / 2, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    top: ({ x }) => ({ x, y: top }),
    middle: ({ x, height }) => ({ x, y: (top + bottom - height) / 2 }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
  };
  return new Map(boxes.map((box) => [box.id, rounded(place[how](box))]));
}

/** Equal room between each two; the outermost stay where they are. */
function spread(boxes: readonly Box[], how: 'across' | 'down'): Map<string, Place> {
  const along = how === 'across' ? 'x' : 'y';
  const size = how === 'across' ? 'width' : 'height';
  const sorted = boxes.toSorted((one, other) => one[along] - other[along]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const places = new Map<string, Place>();
  if (first === undefined || last === undefined || sorted.length < 3) return places;
  const filled = sorted.reduce((sum, box) => sum + box[size], 0);
  const gap = (last[along] + last[size] - first[along] - filled) / (sorted.length - 1);
  let next = first[along];
  for (const box of sorted) {
    places.set(box.id, rounded({ x: box.x, y: box.y, [along]: next }));
    next += box[size] + gap;
  }
  return places;
}

function rounded({ x, y }: Place): Place {
  return { x: Math.round(x), y: Math.round(y) };
}
