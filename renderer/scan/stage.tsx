import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBarcode, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import { useTroubleText } from '../ui/states.tsx';
import type { Scanning } from './controller.ts';
import { QuestionView } from './question-view.tsx';
import { lineKey } from './session.ts';
import type { RecentScan, ScanLine } from './session.ts';
import type { ScanState } from './state.ts';
import { useScanProblemText } from './use-scan-problem-text.ts';
import marks from './marks.module.css';
import classes from './stage.module.css';

interface StageProps {
  readonly state: ScanState;
  readonly scanning: Scanning;
  readonly typed: string;
  readonly isWaiting: boolean;
}

/** In large type what happened last, or what is asked; below it what is being typed, and the last five scans. */
export function Stage({ state, scanning, typed, isWaiting }: StageProps) {
  const t = useText().scan;
  const troubleText = useTroubleText();
  const { question, posted, error, resumed, session } = state;
  return (
    <main className={classes['stage']}>
      <div className={classes['large']} aria-live="assertive" data-stage>
        {question !== null ? (
          <QuestionView question={question} state={state} scanning={scanning} />
        ) : posted !== null ? (
          <Posted posted={posted} />
        ) : (
          <Last state={state} />
        )}
        {error === null ? null : (
          <p className={classes['trouble']} role="alert">
            {troubleText(error)}
          </p>
        )}
        {resumed && question === null && session.recent.length === 0 ? (
          <p className={classes['resumed']}>
            {t.resumed}{' '}
            <Button size="xs" variant="default" onClick={scanning.begin} data-begin>
              {t.beginAnew}
            </Button>
          </p>
        ) : null}
      </div>
      <Typed typed={typed} times={state.times} isWaiting={isWaiting} />
      {question === null ? <Recent scans={session.recent.slice(0, 5)} /> : null}
      <Keys />
    </main>
  );
}

function Posted({ posted }: { readonly posted: NonNullable<ScanState['posted']> }) {
  const t = useText().scan;
  const [, navigate] = useLocation();
  return (
    <div className={classes['last']} data-posted={posted.number}>
      <div className={`${classes['name']} ${marks['good']}`}>
        <IconCircleCheck size={36} aria-hidden /> {t.posted({ number: posted.number })}
      </div>
      <div className={classes['amount']}>{t.units({ units: formatQuantity(posted.units) })}</div>
      <div className={classes['hint']}>{t.postedHint}</div>
      <div className={classes['answers']}>
        <Button variant="default" size="md" onClick={() => navigate(`/documents/${posted.id}`)}>
          {t.openDocument}
        </Button>
        <Button variant="default" size="md" onClick={() => navigate(`/labels?document=${posted.id}`)}>
          {t.printLabels}
        </Button>
      </div>
    </div>
  );
}

const icons: Readonly<Record<RecentScan['tone'], ReactNode>> = {
  good: <IconCircleCheck size={36} aria-hidden />,
  warn: <IconAlertTriangle size={36} aria-hidden />,
  bad: <IconCircleX size={36} aria-hidden />,
};

function Last({ state: { session } }: { readonly state: ScanState }) {
  const t = useText().scan;
  const problemText = useScanProblemText();
  const [last] = session.recent;
  if (last === undefined)
    return (
      <div className={classes['last']}>
        <div className={classes['name']}>
          <IconBarcode size={44} stroke={1.25} aria-hidden /> {t.ready}
        </div>
        <div className={classes['hint']}>{t.readyHint}</div>
      </div>
    );
  const line = session.lines.find((candidate) => lineKey(candidate) === last.lineKey);
  return (
    <div className={classes['last']} data-last={last.tone}>
      <div className={`${classes['name']} ${marks[last.tone]}`}>
        {icons[last.tone]} {last.lineKey === null && last.name === '' ? t.notTaken : last.name}
      </div>
      {line === undefined ? null : <Amount scan={last} line={line} />}
      {last.problem === null ? null : (
        <div className={`${classes['said']} ${marks[last.tone]}`}>{problemText(last.problem)}</div>
      )}
    </div>
  );
}

function Amount({ scan: { each, times }, line }: { readonly scan: RecentScan; readonly line: ScanLine }) {
  const t = useText().scan;
  const total = formatQuantity(each * times);
  const reckoning = each > 1 && times > 1 ? `${times} × ${each} = ${total}` : total;
  return (
    <>
      <div className={classes['amount']}>{`+${reckoning} ${line.product.unit}`}</div>
      {line.lot === null ? null : (
        <div className={classes['lot']}>
          {t.lot} {line.lot.code}
          {line.lot.expiryDay === null ? '' : `　${t.expiry} ${line.lot.expiryDay}`}
        </div>
      )}
    </>
  );
}

function Typed({
  typed,
  times,
  isWaiting,
}: {
  readonly typed: string;
  readonly times: number | null;
  readonly isWaiting: boolean;
}) {
  const t = useText().scan;
  return (
    <div className={classes['typed']}>
      <output className={classes['typedText']} data-typed>
        {times === null ? '' : `${times} × `}
        {typed.replaceAll('\u001D', '|')}
        <span className={classes['caret']} aria-hidden />
      </output>
      <span className={classes['typedHint']}>
        {isWaiting ? t.noSuffix : times === null ? '' : t.timesPending({ times })}
      </span>
    </div>
  );
}

function Recent({ scans }: { readonly scans: readonly RecentScan[] }) {
  const t = useText().scan;
  const problemText = useScanProblemText();
  return (
    <section className={classes['recent']} aria-label={t.recent}>
      <h2 className={classes['recentTitle']}>{t.recent}</h2>
      <ol className={classes['recentList']} data-recent>
        {scans.map((scan) => (
          <li key={scan.id} className={classes['recentRow']}>
            <span className={marks[scan.tone]}>{icons[scan.tone]}</span>
            <span className={classes['recentName']}>{scan.name === '' ? scan.text : scan.name}</span>
            <span className={classes['recentLot']}>
              {scan.problem === null ? scan.lot : problemText(scan.problem)}
            </span>
            <span className={classes['recentAmount']}>
              {scan.each === 0 ? '' : `+${formatQuantity(scan.each * scan.times)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Keys() {
  const { keys } = useText().scan;
  const all = [
    [keys.times, keys.timesMeaning],
    [keys.number, keys.numberMeaning],
    [keys.undo, keys.undoMeaning],
    [keys.lines, keys.linesMeaning],
    [keys.post, keys.postMeaning],
  ] as const;
  return (
    <footer className={classes['keys']}>
      {all.map(([key, meaning]) => (
        <span key={key}>
          <kbd className={marks['key']}>{key}</kbd> {meaning}
        </span>
      ))}
    </footer>
  );
}
