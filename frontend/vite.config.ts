import type { ServerResponse } from 'node:http';
import react from '@vitejs/plugin-react';
import type { Connect, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const issuer = process.env.UPLIFT_ISSUER ?? 'http://localhost:8180/realms/uplift';
const service = `http://localhost:${process.env.UPLIFT_HTTP_PORT ?? '8081'}`;
const proxy = { '/api': service, '/q': service };

/** The same headers as the web server of a deployment sends. */
const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${new URL(issuer).origin}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Where to sign in is told at run time, so that one build serves every deployment. */
function settings(): Plugin {
  const serve = (middlewares: Connect.Server) => {
    middlewares.use('/config.json', (_request, response: ServerResponse) => {
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Cache-Control', 'no-store');
      response.end(JSON.stringify({ issuer, clientId: 'uplift-web' }));
    });
  };
  return {
    name: 'settings',
    configureServer: (server) => serve(server.middlewares),
    configurePreviewServer: (server) => serve(server.middlewares),
  };
}

export default defineConfig({
  plugins: [react(), settings()],
  build: { target: 'es2022', manifest: true, modulePreload: { polyfill: false } },
  server: { proxy },
  preview: { proxy, headers },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
