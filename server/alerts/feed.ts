import type { AlertNews } from './alert.ts';

/** One numbered piece of news of a room. */
export interface FeedEntry {
  _id: string;
  rev: number;
  room: string;
  seq: number;
  at: number;
  event: AlertNews | 'approval.opened';
  /** The alert it is about, or the approval or question. */
  alert?: string;
  approval?: string;
}

export interface StoredRoom {
  _id: string;
  rev: number;
  seq: number;
}

const digits = 12;

/** Room and number: entries of one room lie together, in order. */
export function feedId(room: string, seq: number): string {
  return `${room}|${String(seq).padStart(digits, '0')}`;
}
