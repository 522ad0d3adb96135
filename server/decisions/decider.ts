import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Effect } from '../../runtime/index.ts';
import type { CommandHandler, Need, Press, Signal, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { ReleasesPort } from '../releases-port.ts';
import type { Requester, StageOrigin } from '../stages/stage-origin.ts';
import { applyEffects } from './apply-effects.ts';
import { decide, type Decided } from './decide.ts';
import type { DecisionBody } from './decision.ts';
import { factsOfSubject } from './facts-of-subject.ts';
import { keptFacts } from './kept-facts.ts';
import { KeptLists, listsOf, readLists } from './lists.ts';

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
  alerts: string[];
  signals: Signal[];
}

interface Event {
  type: string;
  /** `order:ID`. */
  subject: string;
  /** Made for this event alone: `event.type` and lists are added to them. */
  facts: Record<string, unknown>;
  /** Which decision of this press it is, from 1; `1s2` for the second stage that opened within the first. */
  index: number | string;
  /** Who asked for it; the presser unless said. */
  requester?: Requester | null;
}

/** An outcome by which a flow goes on. */
export interface StageEntry {
  origin: StageOrigin;
  port: string;
  /** `order:ID`. */
  subject: string;
  index: number | string;
}

/** Decides events by the release in force and carries out what follows, all on the draft of one command. */
export class Decider {
  private readonly keptLists = new KeptLists();
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

  /** What deciding reads besides the subject's own documents. Asked again once lists are loaded. */
  needs(release: ActiveRelease | null, state?: State): Need[] {
    if (release === null) return [];
    const lists = listsOf(release);
    if (lists.length === 0) return targetsOf(release);
    const kept = state === undefined ? [] : this.keptLists.needs(readLists(lists, state));
    return [{ collection: 'lists', ids: lists }, ...kept, ...targetsOf(release)];
  }

  /** Judges one event, presses what follows, and writes the decision down. */
  decideEvent(release: ActiveRelease, press: Press, event: Event, draft: Draft): DecidedEvent {
    const base = `${press.id.slice(1)}${event.index === 1 ? '' : `.${event.index}`}`;
    const id = `d${base}`;
    const lists = readLists(listsOf(release), draft);
    event.facts['event.type'] = event.type;
    const decided = decide({
      release,
      facts: event.facts,
      lists: Object.fromEntries(lists.map((list) => [`list.${list.id}`, list.entries])),
      subject: event.subject,
      now: draft.now,
      zone: this.options.zone(),
    });
    draft.apply(this.keptLists.keep(lists, draft));
    const requester = event.requester === undefined ? requesterOf(press) : event.requester;
    const kept = (flow: string): Facts => keptFacts(release, flow, event.facts);
    const origin = {
      decision: id,
      press: `p${base}`,
      release,
      arrivedAt: press.arrivedAt ?? draft.now,
      opening: { requester, kept },
    };
    const applied = applyEffects(effectsOf(decided, event.subject), draft, this.handlers, origin);
    if (applied.refused && decided.undecided === undefined) {
      const more = applyEffects(
        toPerson(event.subject, decided.planned.effects[0]?.ruleId ?? ''),
        draft,
        this.handlers,
        { ...origin, press: `p${base}.r` },
      );
      applied.effects.push(...more.effects);
      applied.alerts.push(...more.alerts);
      applied.signals.push(...more.signals);
    }
    const body: Omit<DecisionBody, 'facts'> = {
      lists: lists.map(({ id: list, version, hash }) => ({ id: list, version, hash })),
      matched: decided.matched.map((rule) => ({
        rule,
        flow: release.sourceMap[rule]?.flow ?? '',
        node: release.sourceMap[rule]?.node ?? '',
      })),
      effects: applied.effects,
      overridden: decided.planned.overridden.map(({ ruleId, command, by }) => ({
        rule: ruleId,
        command,
        by,
      })),
      unknown: decided.unknown,
      ...(decided.undecided === undefined ? {} : { undecided: decided.undecided }),
    };
    const document = {
      _id: id,
      subject: event.subject,
      event: event.type,
      at: draft.now,
      release: release.number,
      releaseHash: release.hash,
      // The facts are text already: joined, not built and written out a second time.
      body: `{"facts":${decided.facts},${JSON.stringify(body).slice(1)}`,
      alerts: applied.alerts,
    };
    draft.apply([{ put: 'decisions', document }]);
    const later = applied.exits.map(({ origin: from, port }, at) =>
      this.enterStage(
        release,
        press,
        { origin: from, port, subject: event.subject, index: `${event.index}s${at + 1}` },
        draft,
      ),
    );
    return {
      id,
      release: release.number,
      events: applied.effects.map(({ command, input }) => ({ type: command, params: input })),
      alerts: [...applied.alerts, ...later.flatMap(({ alerts }) => alerts)],
      signals: [...applied.signals, ...later.flatMap(({ signals }) => signals)],
    };
  }

  /** Goes on with a flow by an outcome: facts read anew, results of earlier stages kept, on the release that opened the stage. */
  enterStage(release: ActiveRelease, press: Press, entry: StageEntry, draft: Draft): DecidedEvent {
    const { origin, port, subject, index } = entry;
    const facts = {
      ...factsOfSubject(subject, draft, this.options.zone()),
      ...(JSON.parse(origin.kept) as Record<string, unknown>),
      'event.stage': `${origin.flow}/${origin.node}:${port}`,
    };
    const { requester } = origin;
    return this.decideEvent(
      release,
      press,
      { type: 'stage.entered', subject, facts, index, requester },
      draft,
    );
  }
}

/** People and systems ask for what their press leads to; rules and jobs ask for nothing themselves. */
function requesterOf({ actor }: Press): Requester | null {
  return actor.kind === 'person' || actor.kind === 'connector' ? { id: actor.id, name: actor.name } : null;
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

function effectsOf(decided: Decided, subject: string): readonly Effect[] {
  return decided.undecided === undefined ? decided.planned.effects : toPerson(subject, '');
}

/** What a rule could not do, or no rule could judge: the order waits for a person, who is told. */
function toPerson(subject: string, ruleId: string): Effect[] {
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
  return subject.startsWith('order:') ? [hold, alert] : [alert];
}
