import type { DrawnFlow } from './flows.ts';

interface Step {
  id: string;
  who: Record<string, unknown>;
  within: number;
  onTimeout?: string;
  escalateTo?: Record<string, unknown>;
  skipIf?: unknown;
}

const tag = (id: string, text: string) => ({ id, kind: 'set-tag', params: { tag: text } });
const edge = (node: string, port: string, to: string) => ({ from: { node, port }, to });
const layoutOf = (nodes: { id: string }[]) =>
  Object.fromEntries(nodes.map(({ id }, index) => [id, { x: 0, y: index * 140 }]));

function flow(id: string, nodes: DrawnFlow['nodes'], edges: DrawnFlow['edges']): DrawnFlow {
  return { id, name: { zh: `流 ${id}`, en: `Flow ${id}` }, rank: 100, nodes, edges, layout: layoutOf(nodes) };
}

/** Received → approval → a tag that names the outcome. */
export function approvalFlow(id: string, steps: Step[]): DrawnFlow {
  const outcomes = ['approved', 'rejected', 'timedOut'];
  return flow(
    id,
    [
      { id: 'start', kind: 'order.received', params: {} },
      { id: 'ok', kind: 'approval', params: { steps } },
      ...outcomes.map((one) => tag(one.toLowerCase(), `${id}-${one}`)),
    ],
    [edge('start', 'next', 'ok'), ...outcomes.map((one) => edge('ok', one, one.toLowerCase()))],
  );
}

/** Received → wait → a tag that names how it ended. */
export function waitFlow(id: string, params: Record<string, unknown>): DrawnFlow {
  const outcomes = params.what === 'event' ? ['happened', 'timedOut'] : ['reached'];
  return flow(
    id,
    [
      { id: 'start', kind: 'order.received', params: {} },
      { id: 'wait', kind: 'wait', params },
      ...outcomes.map((one) => tag(one.toLowerCase(), `${id}-${one}`)),
    ],
    [edge('start', 'next', 'wait'), ...outcomes.map((one) => edge('wait', one, one.toLowerCase()))],
  );
}

/** Received → a question to somebody → a tag that names the choice. */
export function askFlow(id: string, who: Record<string, unknown>, within?: number): DrawnFlow {
  const choices = ['yes', 'no'].map((one) => ({ id: one, label: { zh: `选${one}`, en: one } }));
  const outcomes = ['yes', 'no', ...(within === undefined ? [] : ['timedOut'])];
  const params = {
    who,
    question: { zh: '订单 {order.number} 等得起吗', en: 'Can {order.number} wait' },
    choices,
  };
  return flow(
    id,
    [
      { id: 'start', kind: 'order.received', params: {} },
      { id: 'ask', kind: 'ask', params: { ...params, ...(within === undefined ? {} : { within }) } },
      ...outcomes.map((one) => tag(one.toLowerCase(), `${id}-${one}`)),
    ],
    [edge('start', 'next', 'ask'), ...outcomes.map((one) => edge('ask', one, one.toLowerCase()))],
  );
}

/** Before these buttons: where the conditions hold, ask for approval or deny. `ports`: a tag names the outcome. */
export function gateFlow(
  id: string,
  commands: string[],
  conditions: object,
  { approval, deny, ports = false }: { approval?: Step[]; deny?: string; ports?: boolean },
): DrawnFlow {
  const outcomes = ports ? ['approved', 'rejected', 'timedOut'] : [];
  const params =
    approval === undefined
      ? { code: 'other', text: { zh: deny ?? '', en: deny ?? '' } }
      : { steps: approval };
  return flow(
    id,
    [
      { id: 'asked', kind: 'gate', params: { commands } },
      { id: 'check', kind: 'condition-group', params: { conditions } },
      { id: 'no', kind: approval === undefined ? 'deny' : 'approval', params },
      ...outcomes.map((one) => tag(one.toLowerCase(), `${id}-${one}`)),
    ],
    [
      edge('asked', 'next', 'check'),
      edge('check', 'yes', 'no'),
      ...outcomes.map((one) => edge('no', one, one.toLowerCase())),
    ],
  );
}

/** An event → an alert of its own kind to operations with this text and, if steps are given, an approval that follows. */
export function listeningFlow(id: string, event: string, text: string, steps: Step[] = []): DrawnFlow {
  const alert = (zh: string) => ({
    kind: `own.${id}`,
    level: 'info',
    to: [{ role: 'operations' }],
    text: { zh, en: zh },
  });
  const outcomes = steps.length === 0 ? [] : ['approved', 'rejected', 'timedOut'];
  return flow(
    id,
    [
      { id: 'start', kind: event, params: {} },
      { id: 'tell', kind: 'raise-alert', params: alert(text) },
      ...(steps.length === 0 ? [] : [{ id: 'ok', kind: 'approval', params: { steps } }]),
      ...outcomes.map((one) => ({
        id: one.toLowerCase(),
        kind: 'raise-alert',
        params: alert(`${text} ${one}`),
      })),
    ],
    [
      edge('start', 'next', 'tell'),
      ...(steps.length === 0 ? [] : [edge('start', 'next', 'ok')]),
      ...outcomes.map((one) => edge('ok', one, one.toLowerCase())),
    ],
  );
}
