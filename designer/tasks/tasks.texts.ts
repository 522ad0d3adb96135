import { defineTexts } from '../i18n/define-texts.ts';

export const tasksTexts = defineTexts('tasks', {
  title: { zh: '任务', en: 'Tasks' },
  intro: {
    zh: '规则流逐一处理订单时，进度在这里。关掉窗口也会继续。',
    en: 'How far rule flows are that go through orders one by one. They go on when the window is closed.',
  },
  none: { zh: '还没有任务', en: 'No tasks yet' },
  noneHelp: {
    zh: '规则流里的「逐一处理」开始后，会出现在这里。',
    en: 'A flow that goes through orders one by one appears here once it starts.',
  },
  gathering: { zh: '正在挑选，已看 {{looked}} 单', en: 'Choosing, {{looked}} orders looked at' },
  running: { zh: '处理中', en: 'Going through' },
  done: { zh: '已完成', en: 'Done' },
  stopped: { zh: '已停止', en: 'Stopped' },
  progress: { zh: '{{done}} / {{total}} 单', en: '{{done}} of {{total}} orders' },
  skipped: { zh: '{{count}} 单轮到时已结束', en: '{{count}} had ended before their turn' },
  left: { zh: '约还要 {{time}}', en: 'about {{time}} left' },
  seeRule: { zh: '在画布上看', en: 'See on the canvas' },
});
