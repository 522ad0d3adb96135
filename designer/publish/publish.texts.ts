import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the publish sheet. */
export const publishTexts = defineTexts('publish', {
  title: { zh: '发布', en: 'Publish' },
  intro: {
    zh: '发布后立即对新订单生效，将成为第 {{number}} 版。已有订单保持原判定。',
    en: 'In force for new orders at once, as release {{number}}. Orders already decided stay as they are.',
  },
  nothing: { zh: '没有要发布的改动', en: 'There is nothing to publish' },
  nothingHelp: {
    zh: '草稿与线上一致。改动任一规则流后再来发布。',
    en: 'The drafts are what is live already. Change a flow, then come back.',
  },
  changeNew: { zh: '新增', en: 'new' },
  changeChanged: { zh: '改动', en: 'changed' },
  changeSame: { zh: '未变', en: 'unchanged' },
  changeRemoved: { zh: '停用', en: 'removed' },
  added: { zh: '新的说法', en: 'What it says now' },
  removed: { zh: '不再说', en: 'What it no longer says' },
  layoutOnly: { zh: '只移动了位置，判定不变', en: 'Only moved on the canvas; decides the same' },
  blocked: { zh: '这些要先改好才能发布', en: 'These have to be mended first' },
  warnings: { zh: '提醒', en: 'Worth a look' },
  jump: { zh: '去看', en: 'Show me' },
  note: { zh: '这次改了什么（可不填）', en: 'What changed this time (optional)' },
  noteHint: { zh: '如：双十二前收紧大额订单', en: 'e.g. tighter on large orders before Double-12' },
  publish: { zh: '发布', en: 'Publish' },
  publishing: { zh: '正在发布', en: 'Publishing' },
  cancel: { zh: '先不发布', en: 'Not now' },
  close: { zh: '关闭', en: 'Close' },
  done: { zh: '第 {{number}} 版已生效', en: 'Release {{number}} is in force' },
  doneHelp: { zh: '{{rules}} 条规则正在判定新来的订单。', en: '{{rules}} rules now decide incoming orders.' },
  waiting: {
    zh: '还有 {{count}} 个进程没有确认切换，几秒内会跟上。',
    en: '{{count}} processes have not confirmed yet; they follow within seconds.',
  },
  seeReleases: { zh: '看发布记录', en: 'See the releases' },
});
