import { IconCheck } from '@tabler/icons-react';
import { useText } from '../ui/language.tsx';
import { steps } from './import-work.ts';
import type { Step } from './import-work.ts';
import classes from './imports.module.css';

interface StepBarProps {
  readonly fileName: string;
  readonly step: Step;
  readonly reachable: ReadonlySet<Step>;
  readonly onStep: (step: Step) => void;
}

/** 文件 → 识别 → 检查 → 提交: where the person is, and the way back. */
export function StepBar({ fileName, step, reachable, onStep }: StepBarProps) {
  const t = useText();
  const now = steps.indexOf(step);
  return (
    <nav className={classes['steps']} aria-label={t.imports.title}>
      <ol>
        {steps.map((one, index) => (
          <li key={one} data-state={index < now ? 'done' : index === now ? 'now' : 'ahead'}>
            <button
              type="button"
              disabled={!reachable.has(one)}
              aria-current={index === now ? 'step' : undefined}
              onClick={() => onStep(one)}
              data-step={one}
            >
              <span className={classes['stepMark']} aria-hidden>
                {index < now ? <IconCheck size={12} stroke={2.5} /> : index + 1}
              </span>
              <span className={classes['stepName']}>{t.imports.steps[one]}</span>
              {index === now ? <span className={classes['stepHint']}>{t.imports.stepHint[one]}</span> : null}
            </button>
          </li>
        ))}
      </ol>
      <span className={classes['stepFile']}>{fileName}</span>
    </nav>
  );
}
