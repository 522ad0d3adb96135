import { fieldGroups } from '../../rules-library/choices/index.ts';
import type { GrantView, PermissionsView } from '../../rules-library/contract/permissions.ts';
import type { CommandDefinition } from '../../rules-library/define/command.ts';
import { isGrantable } from '../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../rules-library/index.ts';

export type RoleRights = PermissionsView['roles'][number];

/** How a cell reads at a glance. */
export type CellState = 'may' | 'partly' | 'mayNot';

export type ButtonGroup =
  | 'groupOrder'
  | 'groupAlert'
  | 'groupStock'
  | 'groupTransfer'
  | 'groupCase'
  | 'groupApproval'
  | 'groupRules'
  | 'groupAccess'
  | 'groupOther';

const groupOfTarget: Readonly<Record<string, ButtonGroup>> = {
  order: 'groupOrder',
  alert: 'groupAlert',
  stock: 'groupStock',
  sku: 'groupStock',
  reservation: 'groupStock',
  channel: 'groupStock',
  transfer: 'groupTransfer',
  lane: 'groupTransfer',
  case: 'groupCase',
  customer: 'groupCase',
  approval: 'groupApproval',
  question: 'groupApproval',
  flow: 'groupRules',
  release: 'groupRules',
  template: 'groupRules',
  role: 'groupAccess',
  person: 'groupAccess',
  session: 'groupAccess',
};
const groupOrder: readonly ButtonGroup[] = [
  'groupOrder',
  'groupAlert',
  'groupStock',
  'groupTransfer',
  'groupCase',
  'groupApproval',
  'groupRules',
  'groupAccess',
  'groupOther',
];

/** Every button a role can be given, by what it acts on. */
export function buttonGroups(): { group: ButtonGroup; buttons: CommandDefinition[] }[] {
  const byGroup = new Map<ButtonGroup, CommandDefinition[]>();
  for (const command of [...vocabulary.commands.values()].filter(isGrantable)) {
    const group = groupOfTarget[command.target[0] ?? ''] ?? 'groupOther';
    byGroup.set(group, [...(byGroup.get(group) ?? []), command]);
  }
  return groupOrder.flatMap((group) => {
    const buttons = byGroup.get(group);
    return buttons === undefined ? [] : [{ group, buttons }];
  });
}

const nothing: GrantView = { allow: false, fields: null, when: [] };

export function grantOf(rights: RoleRights, button: string): GrantView {
  return rights.buttons[button] ?? nothing;
}

export function stateOf({ allow, fields, when }: GrantView): CellState {
  if (!allow) return 'mayNot';
  return fields === null && when.length === 0 ? 'may' : 'partly';
}

/** Whether a cell is as the contract of its button first set it. */
export function differs(role: string, command: CommandDefinition, grant: GrantView): boolean {
  const first = (command.roles as readonly string[]).includes(role);
  return stateOf(grant) !== (first ? 'may' : 'mayNot');
}

/** The same of what a role reads. */
export function readingDiffers(role: string, group: string, allow: boolean): boolean {
  const first = fieldGroups.find(({ value }) => value === group)?.roles as readonly string[] | undefined;
  return allow !== (first?.includes(role) ?? false);
}
