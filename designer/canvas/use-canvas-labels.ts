import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { canvasTexts } from './canvas.texts.ts';

/** What the canvas says to screen readers and on its buttons, in the language of the screen. */
export function useCanvasLabels(): Partial<AriaLabelConfig> {
  const t = useTexts(canvasTexts);
  return useMemo(() => {
    const moved: Record<string, string> = {
      up: t('movedUp'),
      down: t('movedDown'),
      left: t('movedLeft'),
      right: t('movedRight'),
    };
    return {
      'node.a11yDescription.default': t('nodeHelpShort'),
      'node.a11yDescription.keyboardDisabled': t('nodeHelp'),
      'node.a11yDescription.ariaLiveMessage': ({ direction }) => moved[direction] ?? '',
      'edge.a11yDescription.default': t('edgeHelp'),
      'controls.ariaLabel': t('controls'),
      'controls.zoomIn.ariaLabel': t('zoomIn'),
      'controls.zoomOut.ariaLabel': t('zoomOut'),
      'controls.fitView.ariaLabel': t('fitView'),
      'controls.interactive.ariaLabel': t('lock'),
      'minimap.ariaLabel': t('minimap'),
      'handle.ariaLabel': t('dragToJoin'),
    } satisfies Partial<AriaLabelConfig>;
  }, [t]);
}
