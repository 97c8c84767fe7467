import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useText } from '../ui/language.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { beginScanning, rememberDraft } from './begin.ts';
import { createScanning } from './controller.ts';
import type { Scanning } from './controller.ts';
import { isScanKind } from './kinds.ts';
import type { ScanKind } from './kinds.ts';
import { LinesPane } from './lines-pane.tsx';
import { ScanHeadBar } from './scan-head-bar.tsx';
import { play } from './sound.ts';
import { Stage } from './stage.tsx';
import { isChoice } from './state.ts';
import { useReader } from './use-reader.ts';
import classes from './scan.module.css';
import { NotFound } from '../shell/not-found.tsx';

/** Quick receive, issue, return and transfer: a scanner and the keys of a keyboard, no mouse. Covers the whole window. */
export function ScanPage({ kind }: { readonly kind: string }) {
  return isScanKind(kind) ? <Begin key={kind} kind={kind} /> : <NotFound />;
}

function Begin({ kind }: { readonly kind: ScanKind }) {
  const t = useText();
  const search = useSearch();
  const [scanning, setScanning] = useState<Scanning | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isGone = false;
    const address = new URLSearchParams(search);
    const asked = { kind, orderId: address.get('order'), draftId: address.get('draft') };
    beginScanning(asked).then(
      (initial) => {
        if (isGone) return;
        setScanning(
          createScanning(initial, {
            sound: play,
            lotReason: t.scan.lotReason,
            reload: () => window.location.reload(),
            forget: () => rememberDraft(kind, null),
            remember: (draftId) => rememberDraft(kind, draftId),
          }),
        );
      },
      (failure: unknown) => setError(failure),
    );
    return () => {
      isGone = true;
    };
    // A change of language in the middle of a document must not begin it anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kind, search]);
  return (
    <div className={classes['screen']} data-scan-screen>
      {error !== null ? (
        <ErrorState error={error} />
      ) : scanning === null ? (
        <LoadingState />
      ) : (
        <Screen scanning={scanning} />
      )}
    </div>
  );
}

function Screen({ scanning }: { readonly scanning: Scanning }) {
  const [, navigate] = useLocation();
  const state = useSyncExternalStore(scanning.subscribe, scanning.state);
  const reader = useReader({ onAction: scanning.act, chooses: isChoice(state.question) });
  useFunctionKeys(scanning);
  return (
    <>
      <ScanHeadBar state={state} scanning={scanning} onClose={() => navigate('/documents')} />
      <div className={classes['body']}>
        <Stage state={state} scanning={scanning} typed={reader.text} isWaiting={reader.isWaiting} />
        <LinesPane state={state} onPost={() => scanning.act({ kind: 'post' })} />
      </div>
    </>
  );
}

const headKeys = { F2: 'warehouse', F3: 'partner', F4: 'order', F6: 'toWarehouse' } as const;

function useFunctionKeys(scanning: Scanning): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!Object.hasOwn(headKeys, event.key)) return;
      event.preventDefault();
      scanning.ask(headKeys[event.key as keyof typeof headKeys]);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [scanning]);
}
