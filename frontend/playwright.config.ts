import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const browser = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

/** The whole stack, on ports of its own and with data of its own, which is thrown away. */
const ports = {
  UPLIFT_WEB_PORT: '18080',
  UPLIFT_HTTP_PORT: '18081',
  UPLIFT_KEYCLOAK_PORT: '18180',
  UPLIFT_DB_PORT: '15432',
};

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? `http://localhost:${ports.UPLIFT_WEB_PORT}`,
    viewport: { width: 1366, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
  ...(process.env.E2E_BASE_URL
    ? {}
    : {
        webServer: {
          command:
            'rm -rf ../.local/e2e && exec "$JAVA_HOME/bin/java" -cp "../backend/stack/target/*:../backend/stack/target/lib/*" org.uplift.stack.Main',
          wait: { stdout: /Ctrl-C stops everything/ },
          timeout: 240_000,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
          env: { ...ports, UPLIFT_ROOT: '..', UPLIFT_LOCAL: '.local/e2e' },
        },
      }),
});
