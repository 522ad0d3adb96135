import { Environment } from '@marcbachmann/cel-js';
import type { BenchEngineDefinition } from './engine.ts';
import { expressionOf } from './expressions.ts';

const dialect = {
  and: '&&',
  or: '||',
  number: (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value)),
};

const types = {
  string: ['channel', 'sku', 'category', 'warehouse', 'region', 'tier', 'payment'],
  double: [
    'total',
    'quantity',
    'weight',
    'hoursToPromise',
    'available',
    'creditLeft',
    'overdueDays',
    'orderCount90d',
  ],
  bool: ['isRush'],
  'list<double>': ['lastRushHours'],
};

/** A typed environment; each rule parsed once and called. */
export const cel: BenchEngineDefinition = {
  name: '@marcbachmann/cel-js 8.0.0',
  inFlight: 1,
  load(rules) {
    const environment = new Environment({ unlistedVariablesAreDyn: true });
    for (const [type, names] of Object.entries(types)) {
      for (const name of names) environment.registerVariable(name, type);
    }
    const parsed = rules.map(({ id, conditions }) => ({
      id,
      holds: environment.parse(expressionOf(conditions, dialect)),
    }));
    return { decide: (order) => parsed.flatMap(({ id, holds }) => (holds(order) === true ? [id] : [])) };
  },
};
