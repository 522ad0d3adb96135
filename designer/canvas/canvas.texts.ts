import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the canvas, spoken ones too. */
export const canvasTexts = defineTexts('canvas', {
  block: { zh: '积木', en: 'block' },
  join: { zh: '连线', en: 'join' },
  joinFromTo: {
    zh: '从「{{from}}」的「{{port}}」到「{{to}}」',
    en: 'From "{{from}}" ({{port}}) to "{{to}}"',
  },
  removeJoin: { zh: '删除连线', en: 'Remove join' },
  dragToJoin: { zh: '拖到另一块积木，就接上了', en: 'Drag to another block to join them' },
  openNothing: { zh: '没有接：什么也不发生', en: 'Not joined: nothing happens' },
  openError: { zh: '没有接：发布前要接上', en: 'Not joined: has to be before publishing' },
  openUnknown: { zh: '没有接：缺数据就转人工', en: 'Not joined: a person decides when data is missing' },
  problems: { zh: '{{count}} 处待补', en: { one: '{{count}} to mend', other: '{{count}} to mend' } },
  notes: { zh: '{{count}} 处留意', en: { one: '{{count}} to note', other: '{{count}} to note' } },
  emptyNote: { zh: '写给同事看的话', en: 'Words for colleagues' },
  emptyGroup: { zh: '未命名的分组', en: 'Unnamed group' },
  resize: { zh: '拖动改大小', en: 'Drag to resize' },
  minimap: { zh: '小地图', en: 'Overview' },
  controls: { zh: '画布缩放', en: 'Zoom of the canvas' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fitView: { zh: '看到全部', en: 'Show everything' },
  lock: { zh: '锁定画布', en: 'Lock the canvas' },
  nodeHelp: {
    zh: '按回车选中，按方向键移动，按删除键删除，按 Esc 取消。',
    en: 'Press Enter to choose, arrow keys to move, Delete to remove, Escape to leave.',
  },
  nodeHelpShort: { zh: '按回车选中，按 Esc 取消。', en: 'Press Enter to choose, Escape to leave.' },
  edgeHelp: {
    zh: '按回车选中，按删除键删除，按 Esc 取消。',
    en: 'Press Enter to choose, Delete to remove, Escape to leave.',
  },
  movedUp: { zh: '已上移', en: 'Moved up' },
  movedDown: { zh: '已下移', en: 'Moved down' },
  movedLeft: { zh: '已左移', en: 'Moved left' },
  movedRight: { zh: '已右移', en: 'Moved right' },
});
