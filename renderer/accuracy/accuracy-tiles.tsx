import type { AccuracyFigures } from '#app/forecast/promises/accuracy.ts';
import { useText } from '../ui/language.tsx';
import { shareText, signedText } from './share-text.ts';
import classes from './accuracy.module.css';

const names = ['accuracy', 'bias', 'coverage', 'overNaive', 'overAverage'] as const;

/** The five figures of everything that was compared. */
export function AccuracyTiles({ figures }: { readonly figures: AccuracyFigures }) {
  const t = useText();
  const words = t.accuracy;
  const textOf = (name: (typeof names)[number]): string => {
    const value = figures[name];
    if (name === 'bias') return `${signedText(value, t.kit.none)}%`;
    if (name === 'accuracy' || name === 'coverage') return shareText(value, t.kit.none);
    return words.points({ points: signedText(value, t.kit.none) });
  };
  return (
    <section className={classes['tiles']} aria-label={words.title}>
      {names.map((name) => (
        <div key={name} className={classes['tile']} title={words.hints[name]} data-accuracy={name}>
          <span className={classes['tileName']}>{words.figures[name]}</span>
          <span className={classes['tileValue']}>{textOf(name)}</span>
          <span className={classes['tileHint']}>{words.hints[name]}</span>
        </div>
      ))}
    </section>
  );
}
