import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, offlineError } from '../../../designer/api/api-error.ts';
import { Autosave } from '../../../designer/editor/autosave.ts';
import type { FlowView } from '../../../rules-library/contract/flows.ts';
import type { Flow } from '../../../rules-library/schema/flow.ts';
import { drawing } from '../drawing.ts';

const first = drawing({ n1: 'order.received' });
const named = (zh: string): Flow => ({ ...first, name: { zh, en: zh } });

function viewOf(flow: Flow, version: number): FlowView {
  return {
    flow,
    version,
    savedAt: '2025-12-12T14:02:00+08:00',
    savedBy: { zh: '周航', en: 'Zhou Hang' },
    state: 'draft',
    liveRelease: null,
    problems: [],
  };
}

function moved(theirs: FlowView): ApiError {
  return new ApiError({
    status: 409,
    code: 'version-moved',
    text: { zh: '已有更新的版本', en: 'There is a newer version' },
    details: { current: theirs },
  });
}

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (save: (flow: Flow, version: number) => Promise<FlowView>) =>
    new Autosave({ flow: first, version: 3, savedAt: 0, save });

  it('saves once the hand rests, with the version it was drawn from', async () => {
    const save = vi.fn(async (flow: Flow, version: number) => viewOf(flow, version + 1));
    const autosave = start(save);
    autosave.changed(named('一'));
    await vi.advanceTimersByTimeAsync(400);
    autosave.changed(named('二'));
    expect(autosave.state.getState().kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(599);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([[named('二'), 3]]);
    expect(autosave.state.getState()).toEqual({ kind: 'saved', at: Date.parse('2025-12-12T14:02:00+08:00') });
    expect(autosave.savedVersion).toBe(4);
    expect(autosave.isSafe).toBe(true);
  });

  it('saves what was drawn during a save afterwards, never two at a time', async () => {
    const answers: (() => void)[] = [];
    const save = vi.fn(
      (flow: Flow, version: number) =>
        new Promise<FlowView>((done) => answers.push(() => done(viewOf(flow, version + 1)))),
    );
    const autosave = start(save);
    autosave.changed(named('一'));
    await vi.advanceTimersByTimeAsync(600);
    autosave.changed(named('二'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
    answers[0]!();
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls[1]).toEqual([named('二'), 4]);
  });

  it('keeps what it cannot send, says so, and sends it when the connection is back', async () => {
    let reachable = false;
    const save = vi.fn(async (flow: Flow, version: number) => {
      if (!reachable) throw offlineError();
      return viewOf(flow, version + 1);
    });
    const autosave = start(save);
    autosave.changed(named('一'));
    await vi.advanceTimersByTimeAsync(600);
    expect(autosave.state.getState().kind).toBe('offline');
    expect(autosave.isSafe).toBe(false);
    reachable = true;
    autosave.retry();
    await vi.advanceTimersByTimeAsync(1);
    expect(autosave.state.getState().kind).toBe('saved');
  });

  it('overwrites nobody: it stops at a newer version until a person has chosen', async () => {
    const theirs = viewOf(named('他们的'), 9);
    const save = vi.fn(async (_: Flow, version: number): Promise<FlowView> => {
      if (version < 9) throw moved(theirs);
      return viewOf(named('接着画'), version + 1);
    });
    const autosave = start(save);
    autosave.changed(named('我的'));
    await vi.advanceTimersByTimeAsync(600);
    expect(autosave.state.getState()).toEqual({ kind: 'moved', theirs });
    autosave.changed(named('我的还在画'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(await autosave.flush()).toBe(false);
    autosave.adopt(theirs);
    autosave.changed(theirs.flow);
    expect(autosave.isSafe).toBe(true);
    autosave.changed(named('接着画'));
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.lastCall).toEqual([named('接着画'), 9]);
  });

  it('says why a save is refused, and tries again with the next change', async () => {
    const text = { zh: '编号重名', en: 'The id is taken' };
    const save = vi.fn(async (): Promise<FlowView> => {
      throw new ApiError({ status: 400, code: 'bad-input', text });
    });
    const autosave = start(save);
    autosave.changed(named('一'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(autosave.state.getState()).toEqual({ kind: 'refused', text });
    expect(save).toHaveBeenCalledTimes(1);
  });
});
