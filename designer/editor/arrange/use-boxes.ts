import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { nodeSize } from '../placing.ts';
import type { Box } from './align.ts';

/** Answers how blocks stand at the moment, as large as they are drawn. */
export function useBoxes(): () => Map<string, Box> {
  const { getNodes } = useReactFlow();
  return useCallback(
    () =>
      new Map(
        getNodes().map(({ id, position, measured }) => [
          id,
          {
            id,
            ...position,
            width: measured?.width ?? nodeSize.width,
            height: measured?.height ?? nodeSize.height,
          },
        ]),
      ),
    [getNodes],
  );
}
