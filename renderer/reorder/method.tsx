import type { BacktestScore } from '#app/forecast/types.ts';
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

/** How the demand was forecast and how well that did in the past, in plain words. */
export function Method({ detail }: { readonly detail: ReorderDetailView }) {
  const t = useText();
  const { line, scores } = detail;
  const panel = t.reorder.panel;
  const chosen = scores.find((score) => score.method === line.method);
  const others = scores.filter((score) => score.method !== line.method && score.wape !== null);
  return (
    <section className={classes['block']}>
      <h3>{panel.method}</h3>
      <p
        className={classes['plain']}
      >{`${panel.methodName[line.method]} · ${panel.demandClass[line.demandClass]}`}</p>
      {chosen === undefined || chosen.origins === 0 ? (
        line.method === 'none' ? null : (
          <p className={classes['plain']}>{panel.notTested}</p>
        )
      ) : (
        <>
          <p className={classes['plain']}>
            {panel.tested({ origins: String(chosen.origins), method: panel.methodShort[line.method] })}
          </p>
          <p className={classes['plain']}>{scoreText(chosen, t)}</p>
        </>
      )}
      {others.length === 0 ? null : (
        <p className={`${classes['plain']} ${classes['quiet']}`}>
          {panel.otherMethods({
            scores: others
              .map((score) => `${panel.methodShort[score.method]} ${accuracyOf(score) ?? 0}%`)
              .join(' · '),
          })}
        </p>
      )}
    </section>
  );
}
