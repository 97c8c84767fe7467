import { formatQuantity } from '#app/core/quantity.ts';
import { stageText, stageTone } from '../lots/stage-badge.tsx';
import classes from '../lots/lots.module.css';
import { useText } from '../ui/language.tsx';
import { Money } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { ExpiryBand } from './expiry-page.tsx';

interface ExpiryBandsProps {
  readonly bands: readonly ExpiryBand[];
  readonly stage: string | null;
  readonly onStage: (stage: string | null) => void;
}

/** A box for each stage with what lies in it; pressed, the list below shows only that. */
export function ExpiryBands({ bands, stage, onStage }: ExpiryBandsProps) {
  const t = useText();
  const words = t.batches.expiry;
  // A stage that nobody is in and that few expect says nothing.
  const shown = bands.filter((band) => band.stage !== 'unknown' || band.lots > 0 || stage === 'unknown');
  return (
    <div className={classes['bands']} role="group" aria-label={t.batches.names.stage}>
      {shown.map((band) => (
        <button
          key={band.stage}
          type="button"
          className={classes['band']}
          aria-pressed={stage === band.stage}
          data-stage={band.stage}
          onClick={() => onStage(stage === band.stage ? null : band.stage)}
        >
          <StatusBadge tone={band.lots === 0 ? 'quiet' : stageTone(band.stage)}>
            {stageText(band.stage, t)}
          </StatusBadge>
          <div className={classes['bandFigure']}>{words.lots({ count: formatQuantity(band.lots) })}</div>
          <div className={classes['bandRest']}>
            <span>{words.units({ count: formatQuantity(band.quantity) })}</span>
            <Money value={band.value} sign />
          </div>
        </button>
      ))}
    </div>
  );
}
