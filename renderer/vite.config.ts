import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: one bundle to start with and one for each screen, all from the application's own address. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    // Inlined assets would be data: addresses, which the content security policy allows for pictures only.
    assetsInlineLimit: 0,
    // The largest knows a hundred kinds of barcodes, and is loaded only where labels are printed.
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
  },
});
