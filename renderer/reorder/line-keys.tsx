import { useText } from '../ui/language.tsx';
import classes from './line-keys.module.css';

/** What the keys do on the lines. */
export function LineKeys() {
  const t = useText();
  const keys = t.reorder.keys;
  const hints: readonly (readonly [string, string])[] = [
    ['↑ ↓', keys.walk],
    [keys.number, keys.edit],
    [keys.space, keys.accept],
    ['X', keys.drop],
    ['Z', keys.undo],
  ];
  return (
    <span className={classes['keys']} aria-label={keys.title}>
      {hints.map(([key, what]) => (
        <span key={key} className={classes['key']}>
          <kbd>{key}</kbd>
          {what}
        </span>
      ))}
    </span>
  );
}
