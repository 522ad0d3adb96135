import type { BlockDefinition } from '../../../rules-library/define/block.ts';
import { describeParams } from '../describe-params.ts';
import { AnswerChoicesField } from './answer-choices-field.tsx';
import { ApprovalStepsField } from './approval-steps-field.tsx';
import { ButtonsField } from './buttons-field.tsx';
import { CasesField } from './cases-field.tsx';
import { ChoiceField, ChoicesField } from './choice-field.tsx';
import { ConditionsField, LineConditionsField } from './condition-fields.tsx';
import { ExpressionField } from '../../calculation/expression-field.tsx';
import { FactField, LineFactField, ListNameField, OperatorField } from './fact-fields.tsx';
import type { FieldWidget } from './field-props.ts';
import { ScoreBandsField } from '../../score/score-bands-field.tsx';
import { ScoreRowsField } from '../../score/score-rows-field.tsx';
import { LinesField } from './lines-field.tsx';
import { LookupColumnsField, TableNameField } from './lookup-fields.tsx';
import { DurationField, HoursField, MoneyField, NumberField } from './number-fields.tsx';
import { NotHereField } from './not-here-field.tsx';
import { RecipientField } from './recipient-field.tsx';
import { RecipientsField } from './recipients-field.tsx';
import { RolesField } from './roles-field.tsx';
import { SortingField } from './sorting-field.tsx';
import { FieldNameField, LongTextField, TextField } from './text-field.tsx';
import { TableInputsField, TableOutputsField, TableRowsField } from '../../table/table-fields.tsx';
import { TextWithFactsField } from './text-with-facts-field.tsx';
import { TimeField } from './time-field.tsx';
import { WhoField } from './who-field.tsx';
import { YesNoField } from './yes-no-field.tsx';

/** One widget per `ui.field` of a block's params. */
const widgets: Record<string, FieldWidget> = {
  'answer-choices': AnswerChoicesField,
  'approval-steps': ApprovalStepsField,
  buttons: ButtonsField,
  cases: CasesField,
  choice: ChoiceField,
  choices: ChoicesField,
  conditions: ConditionsField,
  duration: DurationField,
  expression: ExpressionField,
  fact: FactField,
  'field-name': FieldNameField,
  hours: HoursField,
  'line-conditions': LineConditionsField,
  'line-fact': LineFactField,
  lines: LinesField,
  'list-name': ListNameField,
  'long-text': LongTextField,
  'lookup-columns': LookupColumnsField,
  money: MoneyField,
  number: NumberField,
  operator: OperatorField,
  quantifier: ChoiceField,
  recipient: RecipientField,
  recipients: RecipientsField,
  roles: RolesField,
  'score-bands': ScoreBandsField,
  'score-rows': ScoreRowsField,
  sorting: SortingField,
  'table-name': TableNameField,
  'table-inputs': TableInputsField,
  'table-outputs': TableOutputsField,
  'table-rows': TableRowsField,
  text: TextField,
  'text-with-facts': TextWithFactsField,
  time: TimeField,
  value: TextField,
  who: WhoField,
  'yes-no': YesNoField,
};

/** The widget of a hint; one that shows and changes nothing for a hint this build does not know. */
export function widgetFor(field: string): FieldWidget {
  return widgets[field] ?? NotHereField;
}

/** Whether all of a block can be filled in here. */
export function hasForm({ params }: BlockDefinition): boolean {
  return describeParams(params).every(({ ui }) => Object.hasOwn(widgets, ui.field));
}
