import { useText } from '../ui/language.tsx';
import { OptionSwitch } from './option-switch.tsx';
import type { PlanShown } from './option-switch.tsx';

/** New products that are charges: services, or goods like others. */
export function Services({ work, overview }: PlanShown) {
  const words = useText().imports.check;
  return (
    <OptionSwitch
      work={work}
      overview={overview}
      option="services"
      label={words.services}
      off={words.servicesOff}
      on={words.servicesAs}
    />
  );
}
