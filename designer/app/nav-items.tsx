import {
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  CarryOutOutlined,
  FieldTimeOutlined,
  HomeOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface NavItem {
  to: string;
  label:
    | 'home'
    | 'orders'
    | 'inbox'
    | 'rules'
    | 'templates'
    | 'imports'
    | 'stock'
    | 'people'
    | 'permissions'
    | 'audit'
    | 'keys'
    | 'tasks';
  icon: ReactNode;
  /** Shown only to who has this button. */
  button?: string;
  /** Shown only to these roles. */
  roles?: readonly string[];
  /** On a phone it is reached through the last place of the bar. */
  wideOnly?: boolean;
}

/** The screens of the rail, in its order. */
export const navItems: readonly NavItem[] = [
  { to: '/', label: 'home', icon: <HomeOutlined /> },
  { to: '/orders', label: 'orders', icon: <ProfileOutlined /> },
  { to: '/stock', label: 'stock', icon: <InboxOutlined /> },
  { to: '/inbox', label: 'inbox', icon: <CarryOutOutlined /> },
  { to: '/rules', label: 'rules', icon: <ApartmentOutlined /> },
  { to: '/templates', label: 'templates', icon: <AppstoreOutlined /> },
  { to: '/imports', label: 'imports', icon: <ImportOutlined />, button: 'stage-import', wideOnly: true },
  { to: '/tasks', label: 'tasks', icon: <FieldTimeOutlined />, button: 'stop-each', wideOnly: true },
  { to: '/people', label: 'people', icon: <TeamOutlined />, button: 'set-roles', wideOnly: true },
  {
    to: '/permissions',
    label: 'permissions',
    icon: <SafetyCertificateOutlined />,
    button: 'grant-button',
    wideOnly: true,
  },
  {
    to: '/audit',
    label: 'audit',
    icon: <AuditOutlined />,
    roles: ['manager', 'steward', 'operations'],
    wideOnly: true,
  },
  { to: '/keys', label: 'keys', icon: <KeyOutlined />, button: 'create-key', wideOnly: true },
];

/** Whether a person with these buttons and roles can open a screen. */
export function mayOpen(
  { button, roles }: NavItem,
  person: { buttons: readonly string[]; roles: readonly string[] },
): boolean {
  return (
    (button === undefined || person.buttons.includes(button)) &&
    (roles === undefined || roles.some((role) => person.roles.includes(role)))
  );
}
