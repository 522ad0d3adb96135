import { vocabulary } from '../../rules-library/index.ts';
import { raiseAlertHandler, type RaisedAlert } from '../alerts/raise-alert.handler.ts';
import { isRefusal, type Outcome, type Press, type State } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';

/** What a button did, and an alert about its order to whoever has to know. */
export function alsoTell(outcome: Outcome, alert: RaisedAlert, press: Press, state: State): Outcome {
  const draft = new Draft(state);
  draft.apply(outcome.changes);
  const command = vocabulary.commands.get(raiseAlertHandler.name)!;
  const told = raiseAlertHandler.plan({ ...press, command, input: alert } as Press as Press<never>, draft);
  if (isRefusal(told)) return outcome;
  draft.apply(told.changes);
  return {
    ...outcome,
    changes: draft.changes,
    alerts: [...(outcome.alerts ?? []), ...(told.alerts ?? [])],
    signals: [...(outcome.signals ?? []), ...(told.signals ?? [])],
  };
}
