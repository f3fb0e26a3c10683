import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Signs an account in, through Keycloak's own page. */
export async function signIn(page: Page, account: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Username').fill(account);
  await page.getByLabel('Password', { exact: true }).fill('uplift-demo');
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await settled(page);
}

/** A page of its own, signed in. */
export async function pageOf(browser: Browser, account: string, path = '/'): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await signIn(page, account, path);
  return page;
}

/** Waits until nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
}

/** Goes to an address inside the app, without leaving the session. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await settled(page);
}

/** No violation of WCAG 2.0 to 2.2, A and AA, on what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (where: Document, options: object) => Promise<{ violations: object[] }> };
    };
    const result = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return result.violations.map((violation) => {
      const { id, nodes } = violation as { id: string; nodes: { html: string; failureSummary: string }[] };
      return {
        id,
        nodes: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`),
      };
    });
  });
  expect(violations).toEqual([]);
}

interface Answer {
  id: string;
  results?: { academicYear: string }[];
}

export type Call = (path: string, body?: object) => Promise<Answer>;

/** Calls the service as an account that is signed in. */
export async function caller(browser: Browser, account: string): Promise<[Page, Call]> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const known = page.waitForRequest('**/api/v1/me');
  await signIn(page, account);
  const { authorization = '' } = await (await known).allHeaders();
  return [page, calls(page, authorization)];
}

/** Calls the service with a token. */
export function calls(page: Page, authorization: string): Call {
  return async (path, data) => {
    const answer = await page.request.fetch(`/api/v1${path}`, {
      method: data ? 'POST' : 'GET',
      data,
      headers: {
        authorization,
        ...(path.startsWith('/ingest/') && { 'Idempotency-Key': crypto.randomUUID() }),
      },
    });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.text()) ? answer.json() : {};
  };
}
