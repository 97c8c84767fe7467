import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/client.ts';
import { Frame } from './shell/frame.tsx';
import { theme } from './theme.ts';
import { ConfirmProvider } from './ui/confirm.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { LanguageProvider } from './ui/language.tsx';

function Application() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <Notifications position="bottom-center" limit={4} transitionDuration={150} />
          <ErrorBoundary>
            <ConfirmProvider>
              <Frame />
            </ConfirmProvider>
          </ErrorBoundary>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<Application />);
