import {
  ApartmentOutlined,
  AppstoreOutlined,
  CarryOutOutlined,
  HomeOutlined,
  KeyOutlined,
  ProfileOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface NavItem {
  to: string;
  label: 'home' | 'orders' | 'inbox' | 'rules' | 'templates' | 'keys';
  icon: ReactNode;
  /** Shown only to who has this button. */
  button?: string;
  /** On a phone it is reached through the last place of the bar. */
  wideOnly?: boolean;
}

/** The screens of the rail, in its order. */
export const navItems: readonly NavItem[] = [
  { to: '/', label: 'home', icon: <HomeOutlined /> },
  { to: '/orders', label: 'orders', icon: <ProfileOutlined /> },
  { to: '/inbox', label: 'inbox', icon: <CarryOutOutlined /> },
  { to: '/rules', label: 'rules', icon: <ApartmentOutlined /> },
  { to: '/templates', label: 'templates', icon: <AppstoreOutlined /> },
  { to: '/keys', label: 'keys', icon: <KeyOutlined />, button: 'create-key', wideOnly: true },
];
