import { LogoutOutlined, SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { roles } from '../../rules-library/choices/index.ts';
import { call } from '../api/client.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { useJump } from './jump-store.ts';
import { mayOpen, navItems } from './nav-items.tsx';
import { useSession } from './session.ts';
import { shellTexts } from './shell.texts.ts';

/** Who is signed in; signing out. */
export function PersonMenu() {
  const { person, buttons } = useSession();
  const text = useText();
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const openJump = useJump((jump) => jump.open);
  const [shown, setShown] = useState(false);
  const name = text(person.name);
  const leave = async (): Promise<void> => {
    await call({ method: 'DELETE', path: '/session' }).catch(() => undefined);
    queryClient.clear();
    await navigate('/sign-in');
  };
  const go = (run: () => void) => () => {
    setShown(false);
    run();
  };
  return (
    <Popover
      trigger="click"
      placement="rightBottom"
      open={shown}
      onOpenChange={setShown}
      content={
        <div className="person-menu">
          <div className="person-about">
            <strong>{name}</strong>
            <div className="faint">
              {person.roles.map((role) => text(choiceLabel(roles, role))).join(' · ')}
            </div>
          </div>
          <Button type="text" icon={<SearchOutlined />} onClick={go(openJump)}>
            {t('jump')} <kbd>Ctrl K</kbd>
          </Button>
          {navItems
            .filter((item) => item.wideOnly === true && mayOpen(item, { buttons, roles: person.roles }))
            .map(({ to, label, icon }) => (
              <Button
                key={to}
                className="person-narrow"
                type="text"
                icon={icon}
                onClick={go(() => void navigate(to))}
              >
                {t(label)}
              </Button>
            ))}
          <Button type="text" icon={<LogoutOutlined />} onClick={go(() => void leave())}>
            {t('signOut')}
          </Button>
        </div>
      }
    >
      <button type="button" className="rail-person" aria-label={`${t('me')}: ${name}`} title={name}>
        {name.slice(0, 1)}
      </button>
    </Popover>
  );
}
