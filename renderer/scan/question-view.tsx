import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import { useTroubleText } from '../ui/states.tsx';
import type { Scanning } from './controller.ts';
import { PartnerQuestion } from './partner-question.tsx';
import { unitsOf } from './session.ts';
import { LotOption, Options, ProductOption } from './options.tsx';
import type { Question, ScanState } from './state.ts';
import { useScanProblemText } from './use-scan-problem-text.ts';
import marks from './marks.module.css';
import classes from './stage.module.css';

interface QuestionViewProps {
  readonly question: Question;
  readonly state: ScanState;
  readonly scanning: Scanning;
}

/** What is asked, with its answers by number. */
export function QuestionView(props: QuestionViewProps) {
  const { question } = props;
  return (
    <div className={classes['question']} data-question={question.kind}>
      <QuestionBody {...props} />
    </div>
  );
}

function QuestionBody({ question, state, scanning }: QuestionViewProps) {
  const t = useText();
  const words = t.scan.ask;
  const problemText = useScanProblemText();
  const troubleText = useTroubleText();
  const say = (text: string): void => scanning.act({ kind: 'typed', text });
  switch (question.kind) {
    case 'choose':
      return (
        <Asked title={words.choose} hint={words.chooseHint}>
          <Options
            options={question.options}
            onChoose={say}
            keyOf={({ match }) => match.product.id}
            render={(chosen) => <ProductOption chosen={chosen} />}
          />
        </Asked>
      );
    case 'confirm':
      return (
        <Asked title={question.chosen.match.product.name} hint={words.confirmHint}>
          <p className={classes['asked']}>{problemText(question.problem)}</p>
        </Asked>
      );
    case 'lot':
      return (
        <Asked title={question.chosen.match.product.name} about={words.lot} hint={words.lotHint}>
          <Options
            options={question.lots}
            onChoose={say}
            keyOf={({ code }) => code}
            render={(lot) => <LotOption lot={lot} />}
          />
        </Asked>
      );
    case 'expiry':
      return (
        <Asked
          title={question.chosen.match.product.name}
          about={words.expiry({ lot: question.lot.code })}
          hint={words.expiryHint}
        >
          {question.isWrong ? <p className={classes['asked']}>{words.expiryWrong}</p> : null}
        </Asked>
      );
    case 'lotProblem': {
      const line = state.session.lines[question.index];
      const told = t.stockWords.problems[question.problem.code](question.problem);
      return (
        <Asked title={line?.product.name ?? ''} about={words.lotProblem} hint={words.lotProblemHint}>
          <p className={classes['asked']}>{told}</p>
          <Options
            options={[words.lotAnyway, words.lotFirst]}
            onChoose={say}
            keyOf={(text) => text}
            render={(text) => text}
          />
        </Asked>
      );
    }
    case 'post':
      return (
        <Asked title={words.post} hint={words.postHint}>
          <p className={classes['asked']}>
            {words.postEffect({
              lines: state.session.lines.length,
              units: formatQuantity(unitsOf(state.session.lines)),
            })}
          </p>
        </Asked>
      );
    case 'anchors':
      return (
        <Asked title={words.anchors} hint={words.named}>
          <p className={classes['trouble']}>{troubleText(question.error)}</p>
          <Options
            options={[words.anchorsKeep, words.anchorsChange]}
            onChoose={say}
            keyOf={(text) => text}
            render={(text) => text}
          />
        </Asked>
      );
    case 'conflict':
      return (
        <Asked title={words.conflict} hint={words.named}>
          <p className={classes['trouble']}>{troubleText(question.error)}</p>
          <Options
            options={[words.conflictTheirs, words.conflictMine]}
            keyOf={(text) => text}
            onChoose={say}
            render={(text) => text}
          />
        </Asked>
      );
    case 'partner':
      return <PartnerQuestion state={state} scanning={scanning} />;
    case 'warehouse':
    case 'toWarehouse':
    case 'order':
      return (
        <Asked title={t.scan[question.kind]} hint={words.named}>
          {question.options.length === 0 ? <p className={classes['asked']}>{words.nothing}</p> : null}
          <Options
            options={question.options}
            onChoose={say}
            keyOf={({ id }) => id}
            render={({ name }) => name}
          />
        </Asked>
      );
  }
}

interface AskedProps {
  readonly title: string;
  readonly about?: string;
  readonly hint: string;
  readonly children?: ReactNode;
}

function Asked({ title, about, hint, children }: AskedProps) {
  return (
    <>
      <div className={`${classes['name']} ${marks['warn']}`}>{title}</div>
      {about === undefined ? null : <div className={classes['about']}>{about}</div>}
      {children}
      <div className={classes['hint']}>{hint}</div>
    </>
  );
}
