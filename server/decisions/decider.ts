import { gatedCommandOf } from '../../rules-library/choices/gated-commands.ts';
import type { Effect, PlannedEffects } from '../../runtime/index.ts';
import { unkeyed } from '../audit/audit-context.ts';
import type { CommandHandler, Need, Press, Signal, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { ReleasesPort } from '../releases-port.ts';
import type { Requester, StageOrigin } from '../stages/stage-origin.ts';
import type { Lockable } from '../stock/lock/needs-to-lock.ts';
import { carryOut, type Carrying, type Judged } from './carry-out.ts';
import { decide, type Decided } from './decide.ts';
import type { DecisionBody, StoredEffect } from './decision.ts';
import { factsOfSubject } from './facts-of-subject.ts';
import {
  factsOfContents,
  KeptVersions,
  namedInBody,
  namesOf,
  needsOfNames,
  readContents,
  type NamedContent,
} from './named-contents.ts';
import { needsOfEffects } from './needs-of-effects.ts';
import { stageEntered } from './stages.ts';
import { shut } from './verdict.ts';

export interface DeciderOptions {
  releases: Pick<ReleasesPort, 'current'>;
  /** Handlers of the commands a rule may press. */
  handlers: readonly CommandHandler[];
  zone: () => string;
}

export interface DecidedEvent {
  id: string;
  release: number;
  events: { type: string; params: Record<string, unknown> }[];
  /** What followed, each with its rule. */
  effects: readonly StoredEffect[];
  alerts: string[];
  signals: Signal[];
  /** Approvals a gate asks for: the presses that would open them. */
  approvals: Press[];
}

interface Event {
  type: string;
  /** `order:ID`. */
  subject: string;
  /** All facts of the subject as a state has it, with what the event itself brings; a new record each time. */
  factsOn: (state: State) => Record<string, unknown>;
  /** Which decision of this press it is, from 1; 0 is the gate asked before it; `1s2` the second exit that opened at once within the first. */
  index: number | string;
  /** Who asked for it; the presser unless said. */
  requester?: Requester | null;
  /** How many alerts that nobody answered led to it. */
  chain?: number;
  /** A button waits for what follows: approvals are handed to whoever asked, as under a gate. */
  atGate?: boolean;
}

/** An outcome by which a flow goes on. */
export interface StageEntry {
  origin: StageOrigin;
  port: string;
  /** `order:ID`. */
  subject: string;
  index: number | string;
  /** A button waits for what follows. */
  atGate?: boolean;
}

/** Decides events by the release in force and carries out what follows, all on the draft of one command. */
export class Decider {
  private readonly keptVersions = new KeptVersions();
  private readonly handlers: ReadonlyMap<string, CommandHandler>;
  private readonly options: DeciderOptions;

  constructor(options: DeciderOptions) {
    this.options = options;
    this.handlers = new Map(options.handlers.map((handler) => [handler.name, handler]));
  }

  /** The release that decides now; asked once per command. */
  release(): ActiveRelease | null {
    return this.options.releases.current();
  }

  zone(): string {
    return this.options.zone();
  }

  /**
   * What deciding reads besides the subject's own documents, and what its effects on this order read. Asked again once lists and
   * tables are loaded.
   */
  needs(release: ActiveRelease | null, state?: State, order?: Lockable): Need[] {
    if (release === null) return [];
    const effects = order === undefined ? [] : needsOfEffects(release, order, state);
    const names = namesOf(release);
    if (names.length === 0) return [...effects, ...targetsOf(release)];
    const kept = state === undefined ? [] : this.keptVersions.needs(readContents(names, state));
    return [...effects, ...needsOfNames(names), ...kept, ...targetsOf(release)];
  }

  /** Judges one event, presses what follows, and writes the decision down, with one of its own for each stage that opened. */
  decideEvent(release: ActiveRelease, press: Press, event: Event, draft: Draft): DecidedEvent {
    const base = `${press.id.slice(1)}${event.index === 1 ? '' : `.${event.index}`}`;
    const { subject } = event;
    const contents = readContents(namesOf(release), draft);
    const named = factsOfContents(contents);
    const judge = (facts: Record<string, unknown>): Decided =>
      decide({
        release,
        facts,
        named,
        subject,
        now: draft.now,
        zone: this.options.zone(),
      });
    const facts = event.factsOn(draft);
    facts['event.type'] = event.type;
    const judged = judge(facts);
    const decided = judged.undecided === undefined ? judged : { ...judged, planned: whenUndecided(event) };
    draft.apply(this.keptVersions.keep(contents, draft));
    const first: Judged = { id: `d${base}`, event: event.type, decided, effects: [], alerts: [] };
    const carrying: Carrying = {
      release,
      handlers: this.handlers,
      arrivedAt: press.arrivedAt ?? draft.now,
      audit: press.audit ?? unkeyed,
      requester: event.requester === undefined ? requesterOf(press) : event.requester,
      judge,
      named,
      factsOn: event.factsOn,
      atGate: event.atGate ?? gatedCommandOf(event.type) !== null,
      chain: event.chain,
    };
    const done = carryOut(first, base, draft, carrying);
    if (done.needsPerson && decided.undecided === undefined) {
      const planned = toPerson(subject, decided.planned.effects[0]?.ruleId ?? '');
      const asked = { ...first, decided: { ...decided, planned } };
      done.signals.push(...carryOut(asked, `${base}.r`, draft, carrying).signals);
    }
    const stored = done.judged.map((one) => decisionDocument(one, subject, release, contents, draft.now));
    draft.apply(stored.map((document) => ({ put: 'decisions', document })));
    const later = done.exits.map(({ origin, port }, at) => {
      const entry = { origin, port, subject, index: `${event.index}s${at + 1}` };
      return this.enterStage(release, press, entry, draft);
    });
    return {
      id: first.id,
      release: release.number,
      events: done.judged.flatMap(({ effects }) =>
        effects.map(({ command, input }) => ({ type: command, params: input })),
      ),
      effects: done.judged.flatMap(({ effects }) => effects),
      alerts: [...done.judged, ...later].flatMap(({ alerts }) => alerts),
      signals: [...done.signals, ...later.flatMap(({ signals }) => signals)],
      approvals: done.approvals,
    };
  }

  /** Goes on with a flow by an outcome: facts read anew, results of earlier stages kept, on the release that opened the stage. */
  enterStage(release: ActiveRelease, press: Press, entry: StageEntry, draft: Draft): DecidedEvent {
    const { origin, port, subject, index, atGate = false } = entry;
    const factsOn = (state: State): Record<string, unknown> => ({
      ...factsOfSubject(subject, state, this.options.zone()),
      ...(JSON.parse(origin.kept) as Record<string, unknown>),
      'event.stage': `${origin.flow}/${origin.node}:${port}`,
    });
    const { requester } = origin;
    return this.decideEvent(
      release,
      press,
      { type: stageEntered, subject, factsOn, index, requester, atGate },
      draft,
    );
  }
}

/** People and systems ask for what their press leads to; rules and jobs ask for nothing themselves. */
function requesterOf({ actor }: Press): Requester | null {
  return actor.kind === 'person' || actor.kind === 'connector' ? { id: actor.id, name: actor.name } : null;
}

/** What is kept of one judgement. */
function decisionDocument(
  { id, event, decided, effects, alerts }: Judged,
  subject: string,
  release: ActiveRelease,
  contents: readonly NamedContent[],
  now: number,
) {
  const body: Omit<DecisionBody, 'facts'> = {
    ...namedInBody(contents),
    matched: decided.matched.map((rule) => ({
      rule,
      flow: release.sourceMap[rule]?.flow ?? '',
      node: release.sourceMap[rule]?.node ?? '',
    })),
    effects,
    overridden: decided.planned.overridden.map(({ ruleId, command, by }) => ({ rule: ruleId, command, by })),
    unknown: decided.unknown,
    ...(decided.undecided === undefined ? {} : { undecided: decided.undecided }),
  };
  return {
    _id: id,
    subject,
    event,
    at: now,
    release: release.number,
    releaseHash: release.hash,
    // The facts are text already: joined, not built and written out a second time.
    body: `{"facts":${decided.facts},${JSON.stringify(body).slice(1)}`,
    alerts,
  };
}

const targets = new WeakMap<ActiveRelease, Need[]>();

/** Orders that rules of a release name as their target. */
function targetsOf(release: ActiveRelease): Need[] {
  let needs = targets.get(release);
  if (needs === undefined) {
    const ids = release.rules
      .map(({ event }) => event.params?.target)
      .filter((target) => typeof target === 'string' && target.startsWith('order:'))
      .map((target) => String(target).slice('order:'.length));
    needs = ids.length === 0 ? [] : [{ collection: 'orders', ids: [...new Set(ids)] }];
    targets.set(release, needs);
  }
  return needs;
}

/** What follows when no rule could judge: a gate stays shut, anything else goes to a person. */
function whenUndecided({ type, subject }: Event): PlannedEffects {
  return gatedCommandOf(type) === null ? toPerson(subject, '') : { effects: [shut(subject)], overridden: [] };
}

/** What a rule could not do, or no rule could judge: the order waits for a person, who is told. */
function toPerson(subject: string, ruleId: string): PlannedEffects {
  const hold: Effect = {
    command: 'hold-order',
    target: subject,
    input: { code: 'manual-review' },
    ruleId,
    key: 'manual-review',
  };
  const alert: Effect = {
    command: 'raise-alert',
    target: subject,
    input: {
      kind: 'manual-review',
      level: 'warn',
      to: [{ role: 'operations' }],
      text: {
        zh: '规则没能处理完这张订单，请人工看一下',
        en: 'The rules could not finish with this order; please have a look',
      },
      buttons: [{ name: 'lift-hold', input: { code: 'manual-review' } }],
    },
    ruleId,
    key: 'manual-review',
  };
  return { effects: subject.startsWith('order:') ? [hold, alert] : [alert], overridden: [] };
}
