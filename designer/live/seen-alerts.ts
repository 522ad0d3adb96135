import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { press } from '../api/press.ts';

/** An alert counts as seen when it was in sight so long. */
const dwellMs = 1000;
/** What is seen is told together. */
const tellMs = 1500;
const mostAtOnce = 100;

const told = new Set<string>();
let waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tell(): void {
  timer = undefined;
  const alerts = [...waiting].slice(0, mostAtOnce);
  waiting = new Set([...waiting].slice(mostAtOnce));
  if (waiting.size > 0) timer = setTimeout(tell, tellMs);
  press({ name: 'see-alerts', input: { alerts } }, newIdempotencyKey()).catch(() => {
    // Told again when it comes into sight the next time.
    for (const id of alerts) told.delete(id);
  });
}

function note(id: string): void {
  if (told.has(id)) return;
  told.add(id);
  waiting.add(id);
  timer ??= setTimeout(tell, tellMs);
}

/** Tells the server once when an element with this alert has been in sight for a moment, on a page that is in front. */
export function watchSeen(element: Element, id: string): () => void {
  if (told.has(id) || typeof IntersectionObserver === 'undefined') return () => {};
  let dwelling: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(dwelling);
      if (entry?.isIntersecting !== true) return;
      dwelling = setTimeout(() => {
        if (document.visibilityState === 'visible') note(id);
      }, dwellMs);
    },
    { threshold: 0.5 },
  );
  observer.observe(element);
  return () => {
    clearTimeout(dwelling);
    observer.disconnect();
  };
}

/** Another person may sit down: what the last one saw is not theirs. */
export function forgetSeen(): void {
  clearTimeout(timer);
  timer = undefined;
  told.clear();
  waiting.clear();
}
