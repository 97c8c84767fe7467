import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import { useTroubleText } from '../ui/states.tsx';
import type { CountingState, CountQuestion, RecentCount } from './counting-state.ts';
import classes from './counting.module.css';

/** What was counted last, large; or what the screen asks. */
export function CountStage({ state }: { readonly state: CountingState }) {
  const words = useText().stocktake.scan;
  const troubleText = useTroubleText();
  if (state.error !== null)
    return (
      <div className={`${classes['stage']} ${classes['bad']}`} role="alert">
        <div className={classes['name']}>{troubleText(state.error)}</div>
      </div>
    );
  if (state.question !== null)
    return <QuestionStage question={state.question} highlighted={state.highlighted} />;
  const [last] = state.recent;
  if (last === undefined)
    return (
      <div className={classes['stage']}>
        <div className={classes['waiting']}>{words.waiting}</div>
      </div>
    );
  return last.kind === 'counted' ? <CountedStage last={last} /> : <RefusedStage last={last} />;
}

function CountedStage({ last }: { readonly last: Extract<RecentCount, { kind: 'counted' }> }) {
  const words = useText().stocktake.scan;
  const { line, added, isUndone } = last;
  const quantity = formatQuantity(added);
  return (
    <div
      className={`${classes['stage']} ${isUndone ? '' : classes['good']}`}
      aria-live="polite"
      data-counted-stage
    >
      <div className={classes['name']}>{line.name}</div>
      <div className={classes['facts']}>
        {[line.code, line.lot, line.expiryDay].filter(Boolean).join(' · ')}
      </div>
      <div className={classes['numbers']}>
        <span className={classes['added']}>
          {isUndone ? words.undone({ quantity }) : words.added({ quantity })}
        </span>
        <span className={classes['total']}>
          <span className={classes['totalLabel']}>{words.counted}</span>
          <span data-count-total>{line.counted === null ? '—' : formatQuantity(line.counted)}</span>
          <span className={classes['totalLabel']}>{line.unit}</span>
        </span>
      </div>
    </div>
  );
}

function useRefusal(): (entry: Extract<RecentCount, { kind: 'refused' }>) => string {
  const words = useText().stocktake.scan;
  return ({ text, reason }) => {
    if (reason === 'notListed') return words.notListed({ name: text });
    return reason === 'misread' ? words.misread({ code: text }) : words.unknown({ code: text });
  };
}

function RefusedStage({ last }: { readonly last: Extract<RecentCount, { kind: 'refused' }> }) {
  const refusal = useRefusal();
  return (
    <div className={`${classes['stage']} ${classes['bad']}`} role="alert" data-refused-stage>
      <div className={classes['name']}>{refusal(last)}</div>
    </div>
  );
}

interface QuestionStageProps {
  readonly question: CountQuestion;
  readonly highlighted: number;
}

function QuestionStage({ question, highlighted }: QuestionStageProps) {
  const words = useText().stocktake.scan;
  switch (question.kind) {
    case 'quantity':
      return (
        <Asking
          title={words.quantityOf({ name: question.match.product.name })}
          facts={[question.match.product.code, question.target.lot]}
          hint={words.quantityDefault({ quantity: formatQuantity(question.match.quantity * question.times) })}
        />
      );
    case 'notListed':
      return (
        <Asking
          title={words.notListed({ name: question.match.product.name })}
          facts={[question.match.product.code, question.match.lot?.code ?? null]}
          hint={words.notListedHint}
          bad
        />
      );
    case 'lot':
      return (
        <Asking title={words.chooseLot({ name: question.match.product.name })} hint={words.chooseLotKeys}>
          <Options
            highlighted={highlighted}
            options={question.targets.map(({ lot, expiryDay, counted, line }) => ({
              key: lot ?? '',
              name: lot ?? words.noLot,
              facts: [
                expiryDay,
                line === null ? words.notOnList : null,
                counted === null ? null : `${words.counted} ${formatQuantity(counted)}`,
              ],
            }))}
          />
        </Asking>
      );
    case 'product':
      return (
        <Asking title={words.chooseProduct} hint={words.chooseKeys}>
          <Options
            highlighted={highlighted}
            options={question.matches.map(({ product }) => ({
              key: product.id,
              name: product.name,
              facts: [product.code],
            }))}
          />
        </Asking>
      );
  }
}

interface AskingProps {
  readonly title: string;
  readonly facts?: readonly (string | null)[];
  readonly hint: string;
  readonly bad?: boolean;
  readonly children?: React.ReactNode;
}

function Asking({ title, facts = [], hint, bad = false, children }: AskingProps) {
  return (
    <div
      className={`${classes['stage']} ${bad ? classes['bad'] : classes['warn']}`}
      role="alert"
      data-question
    >
      <div className={classes['name']}>{title}</div>
      {facts.length === 0 ? null : (
        <div className={classes['facts']}>{facts.filter(Boolean).join(' · ')}</div>
      )}
      {children}
      <div className={classes['hint']}>{hint}</div>
    </div>
  );
}

interface OptionsProps {
  readonly highlighted: number;
  readonly options: readonly {
    readonly key: string;
    readonly name: string;
    readonly facts: readonly (string | null)[];
  }[];
}

function Options({ highlighted, options }: OptionsProps) {
  return (
    <ol className={classes['options']}>
      {options.map(({ key, name, facts }, index) => (
        <li key={key} aria-current={index === highlighted} className={classes['option']}>
          <kbd className={classes['number']}>{index + 1}</kbd>
          <span className={classes['optionName']}>{name}</span>
          <span className={classes['quiet']}>{facts.filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}
