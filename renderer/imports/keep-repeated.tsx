import { useText } from '../ui/language.tsx';
import { OptionSwitch } from './option-switch.tsx';
import type { PlanShown } from './option-switch.tsx';

/** Rows repeated within the file: once, or as lines of their own. */
export function KeepRepeated({ work, overview }: PlanShown) {
  const words = useText().imports.check;
  return (
    <OptionSwitch
      work={work}
      overview={overview}
      option="keepRepeated"
      label={words.duplicatesAction}
      off={words.leaveOut}
      on={words.importAnyway}
    />
  );
}
