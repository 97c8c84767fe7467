import { Progress } from '@mantine/core';
import { useText } from '../ui/language.tsx';
import classes from './orders.module.css';

interface OrderProgressProps {
  readonly done: number;
  readonly total: number;
  /** The same in words. */
  readonly text: string;
}

/** How much of an order has moved. More than was due fills the bar. */
export function OrderProgress({ done, total, text }: OrderProgressProps) {
  const words = useText().orders.progress;
  const share = total <= 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <div className={classes['progress']}>
      <Progress.Root className={classes['progressBar'] ?? ''} size="md">
        <Progress.Section value={share} color="teal" aria-label={words.label} aria-valuetext={text} />
      </Progress.Root>
      <span className={classes['progressText']} data-progress>
        {text}
      </span>
    </div>
  );
}
