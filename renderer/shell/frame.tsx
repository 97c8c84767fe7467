import { useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { countVisit } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { PageSlotProvider } from '../ui/page-slot.ts';
import { Bar } from './bar.tsx';
import { openCommandBox, useCommandBoxOpenings } from './command-store.ts';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Navigation } from './navigation-bar.tsx';
import { titleOf } from './navigation.ts';
import { Routes } from './routes.tsx';
import { usePreferences } from './preferences.ts';
import classes from './frame.module.css';

const CommandBox = lazy(async () => ({ default: (await import('./command-box.tsx')).CommandBox }));

/** What stays while screens change: navigation, bar, command box, the place where files are dropped. */
export function Frame() {
  const t = useText();
  const [location] = useLocation();
  // On a small or magnified screen the rows need the width; a person's own choice there or on a large one is remembered.
  const small = useMediaQuery('(max-width: 1180px)', undefined, { getInitialValueInEffect: false });
  const [narrow, setNarrow] = useLocalStorage<boolean>({
    key: small ? 'zongdai.nav.narrow.small' : 'zongdai.nav.narrow.large',
    defaultValue: small,
    getInitialValueInEffect: false,
  });
  const main = useRef<HTMLElement>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const openings = useCommandBoxOpenings();
  usePreferences();
  // Also from inside a field: the box is the way to everywhere.
  useHotkeys([['mod+K', openCommandBox]], []);
  useEffect(countVisit, [location]);
  const title = t.shell.titles[titleOf(location)];
  useEffect(() => {
    document.title = `${title} · ${t.shell.product}`;
    main.current?.scrollTo(0, 0);
  }, [title, t]);
  return (
    <div className={`${classes['frame']} ${narrow ? classes['narrow'] : ''}`}>
      <a className={classes['skip']} href="#main">
        {t.shell.nav.skip}
      </a>
      <Navigation location={location} narrow={narrow} onNarrow={setNarrow} />
      <Bar title={title} slotRef={setSlot} />
      <main id="main" ref={main} className={classes['main']} tabIndex={-1}>
        <PageSlotProvider value={slot}>
          <Routes />
        </PageSlotProvider>
      </main>
      <DropAnywhere />
      {openings === 0 ? null : (
        <Suspense fallback={null}>
          <CommandBox openings={openings} />
        </Suspense>
      )}
    </div>
  );
}
