import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the server; the built designer is served by the server itself. */
const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  root: 'designer',
  plugins: [react()],
  build: {
    outDir: '../dist/designer',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'flow', test: /node_modules[\\/](@xyflow|d3-[a-z]+|zustand)[\\/]/ },
          ],
        },
      },
    },
  },
  // Only what the server answers: `/api/…` is a folder of the designer too. The host stays the page's own, as the origin check
  // of writes and sockets compares it.
  server: {
    proxy: {
      '^/api/(v1|docs|openapi\\.json)': { target: server, changeOrigin: false },
      '/socket.io': { target: server, ws: true, changeOrigin: false },
    },
  },
});
