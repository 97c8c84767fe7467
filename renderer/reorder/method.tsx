import type { BacktestScore, ForecastMethod } from '#app/forecast/types.ts';
import type { ReorderDetailView } from '#app/replenishment/types.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import classes from './panel.module.css';

/** A bias within this part of demand is not worth a word. */
const evenBias = 0.05;

/** 1 − WAPE in percent, never below 0; null when nothing was sold in the test windows. */
function accuracyOf(score: Pick<BacktestScore, 'wape'>): number | null {
  return score.wape === null ? null : Math.max(0, Math.round((1 - score.wape) * 100));
}

function biasOf(score: BacktestScore): 'even' | 'over' | 'under' {
  const bias = score.bias ?? 0;
  return Math.abs(bias) < evenBias ? 'even' : bias > 0 ? 'over' : 'under';
}

/** How the demand was forecast and how well each method did in the past, in plain words. */
export function Method({ detail }: { readonly detail: ReorderDetailView }) {
  const t = useText();
  const { line, scores, methods } = detail;
  const panel = t.reorder.panel;
  const words = t.forecastMethods;
  const origins = scores[0]?.origins ?? 0;
  const ranked = scores
    .filter((score) => score.wape !== null)
    .toSorted((left, right) => (left.wape ?? 0) - (right.wape ?? 0));
  return (
    <section className={classes['block']}>
      <h3>{panel.method}</h3>
      <p
        className={classes['plain']}
      >{`${methodText(methods, words)} · ${panel.demandClass[line.demandClass]}`}</p>
      {origins === 0 || ranked.length === 0 ? (
        line.method === 'none' ? null : (
          <p className={classes['plain']}>{panel.notTested}</p>
        )
      ) : (
        <>
          <p className={classes['plain']}>{panel.tested({ origins: String(origins) })}</p>
          <Tried scores={ranked} methods={methods} />
        </>
      )}
    </section>
  );
}

interface TriedProps {
  /** The best first. */
  readonly scores: readonly BacktestScore[];
  readonly methods: readonly ForecastMethod[];
}

/** How well each method would have done; those that were not taken stand back. */
function Tried({ scores, methods }: TriedProps) {
  const t = useText();
  const panel = t.reorder.panel;
  const best = scores[0];
  if (best !== undefined && accuracyOf(best) === 0)
    return <p className={classes['plain']}>{panel.accuracyLow}</p>;
  return (
    <table className={classes['tried']}>
      <tbody>
        {scores.map((score) => (
          <tr key={score.method} className={methods.includes(score.method) ? undefined : classes['quiet']}>
            <th scope="row">{t.forecastMethods.names[score.method]}</th>
            <td>{`${accuracyOf(score) ?? 0}%`}</td>
            <td>{panel.bias[biasOf(score)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function methodText(methods: readonly ForecastMethod[], words: Catalogue['forecastMethods']): string {
  const [first] = methods;
  if (first === undefined || first === 'none') return words.none;
  if (first === 'mean') return words.mean;
  if (methods.length === 1) return words.one({ method: words.names[first] });
  return words.combined({ methods: methods.map((method) => words.names[method]).join(words.between) });
}
