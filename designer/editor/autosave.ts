import { createStore, type StoreApi } from 'zustand/vanilla';
import { flowViewSchema, type FlowView } from '../../rules-library/contract/flows.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { ApiError, errorText } from '../api/api-error.ts';

/** How safe the drawing is. */
export type SaveState =
  | { kind: 'saved'; at: number }
  /** Changed; saved as soon as the hand rests. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** No connection: kept on this screen, tried again by itself. */
  | { kind: 'offline' }
  /** Somebody else saved meanwhile; a person chooses. */
  | { kind: 'moved'; theirs: FlowView }
  /** The server says no, and saying it again would not help. */
  | { kind: 'refused'; text: Text };

export interface AutosaveOptions {
  /** The drawing as it is opened, and its version. */
  flow: Flow;
  version: number;
  savedAt: number;
  save: (flow: Flow, version: number) => Promise<FlowView>;
  onSaved?: (view: FlowView) => void;
  restMs?: number;
  retryMs?: number;
}

const times = { rest: 600, retry: 5000 };

/**
 * Saves the draft by itself once the hand has rested, one save at a time, each naming the version it was drawn from. Never
 * overwrites what somebody else saved, never publishes.
 */
export class Autosave {
  readonly state: StoreApi<SaveState>;
  private version: number;
  /** What the server has. */
  private stored: Flow;
  private latest: Flow;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private readonly options: AutosaveOptions;

  constructor(options: AutosaveOptions) {
    this.options = options;
    this.version = options.version;
    this.stored = options.flow;
    this.latest = options.flow;
    this.state = createStore<SaveState>(() => ({ kind: 'saved', at: options.savedAt }));
  }

  /** The version the server has of this drawing, as far as this screen knows. */
  get savedVersion(): number {
    return this.version;
  }

  /** Everything drawn here is on the server. */
  get isSafe(): boolean {
    return this.latest === this.stored;
  }

  /** The drawing has changed. */
  changed(flow: Flow): void {
    this.latest = flow;
    // A person has to choose first; their choice starts saving again.
    if (this.state.getState().kind === 'moved') return;
    if (this.running !== undefined) return;
    if (this.isSafe) return;
    this.state.setState({ kind: 'waiting' }, true);
    this.schedule(this.options.restMs ?? times.rest);
  }

  /** Saves what is not saved yet now, and waits for it. True when everything is on the server. */
  async flush(): Promise<boolean> {
    if (this.running !== undefined) await this.running;
    if (!this.isSafe && this.state.getState().kind !== 'moved') await this.run();
    return this.isSafe;
  }

  /** The other person's drawing is taken; this screen goes on from it. */
  adopt({ flow, version, savedAt }: FlowView): void {
    clearTimeout(this.timer);
    this.version = version;
    this.stored = flow;
    this.latest = flow;
    this.state.setState({ kind: 'saved', at: Date.parse(savedAt) }, true);
  }

  /** What is not saved is given up, by a person's choice. */
  abandon(): void {
    clearTimeout(this.timer);
    this.stored = this.latest;
  }

  /** The connection is back: no need to wait for the next try. */
  retry(): void {
    if (this.state.getState().kind === 'offline') this.schedule(0);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), ms);
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    if (this.running !== undefined) return this.running;
    this.running = this.saveLatest();
    await this.running;
    this.running = undefined;
    // Drawn on while it was saved.
    if (!this.isSafe && this.state.getState().kind === 'saved') this.changed(this.latest);
  }

  private async saveLatest(): Promise<void> {
    const sent = this.latest;
    this.state.setState({ kind: 'saving' }, true);
    try {
      const view = await this.options.save(sent, this.version);
      this.version = view.version;
      this.stored = sent;
      this.state.setState({ kind: 'saved', at: Date.parse(view.savedAt) }, true);
      this.options.onSaved?.(view);
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const theirs = movedTo(error);
    if (theirs !== undefined) this.state.setState({ kind: 'moved', theirs }, true);
    else if (error instanceof ApiError && error.passing) {
      this.state.setState({ kind: 'offline' }, true);
      this.schedule(this.options.retryMs ?? times.retry);
    } else this.state.setState({ kind: 'refused', text: errorText(error) }, true);
  }
}

/** The newer drawing that stands in the way, as the refusal brings it. */
function movedTo(error: unknown): FlowView | undefined {
  if (!(error instanceof ApiError) || error.code !== 'version-moved') return undefined;
  const read = flowViewSchema.safeParse(error.details?.current);
  return read.success ? read.data : undefined;
}
