import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { operatorWord } from '../../sentences/segments.ts';

export const allowBlock = defineBlock({
  kind: 'allow',
  version: 1,
  category: 'gate',
  tone: 'good',
  label: { zh: '放行', en: 'Allow' },
  help: {
    zh: '让按下的按钮生效。别的规则拦下了仍然算拦下。只用在关口后面。',
    en: 'Lets the button take effect; another rule that denies it still wins. Behind gates only.',
  },
  needs: ['allow'],
  ports: () => [],
  params: z.strictObject({}),
  initial: {},
  compile: () => ({ role: 'action', event: { type: 'allow', params: {} } }),
  sentence: (_params, { language }) => [operatorWord(language === 'zh' ? '放行' : 'Allow')],
  examples: [{ name: { zh: '放行', en: 'Lets it pass' }, params: {}, emits: { type: 'allow', params: {} } }],
});
