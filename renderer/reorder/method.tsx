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

function scoreText(score: BacktestScore, t: Catalogue): string {
  const percent = accuracyOf(score);
  if (percent === null) return t.reorder.panel.notTested;
  if (percent === 0) return t.reorder.panel.accuracyLow;
  const bias = score.bias ?? 0;
  const lean = Math.abs(bias) < evenBias ? 'even' : bias > 0 ? 'over' : 'under';
  return `${t.reorder.panel.accuracy({ percent: String(percent) })} · ${t.reorder.panel.bias[lean]}`;
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
          {ranked.map((score) => (
            <p
              key={score.method}
              className={`${classes['plain']} ${methods.includes(score.method) ? '' : classes['quiet']}`}
            >{`${words.names[score.method]} · ${scoreText(score, t)}`}</p>
          ))}
        </>
      )}
    </section>
  );
}

function methodText(methods: readonly ForecastMethod[], words: Catalogue['forecastMethods']): string {
  const [first] = methods;
  if (first === undefined || first === 'none') return words.none;
  if (first === 'mean') return words.mean;
  if (methods.length === 1) return words.one({ method: words.names[first] });
  return words.combined({ methods: methods.map((method) => words.names[method]).join(words.between) });
}
