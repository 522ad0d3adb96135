import { useEffect, type ReactNode } from 'react';
import { LiveMark } from '../design/parts/live-mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './page.css';

export interface PageProps {
  /** The one h1. */
  title: string;
  /** Beside the title, small: who, how many. */
  note?: ReactNode;
  /** At the right end: buttons of the screen. */
  actions?: ReactNode;
  /** Screens that live news change show how fresh they are. */
  live?: boolean;
  className?: string;
  children: ReactNode;
}

/** One screen: its heading, its buttons, its content. */
export function Page({ title, note, actions, live = false, className = '', children }: PageProps) {
  useDocumentTitle(title);
  return (
    <main className={`page ${className}`}>
      <header className="page-head">
        <h1>{title}</h1>
        {note === undefined ? null : <span className="page-note">{note}</span>}
        {live ? <LiveMark /> : null}
        <div className="page-actions">{actions}</div>
        <span className="page-language">
          <LanguageSwitch />
        </span>
      </header>
      {children}
    </main>
  );
}

/** Names the screen in the browser's tab. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 单闸 Sluice`;
  }, [title]);
}
