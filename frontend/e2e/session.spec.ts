import { expect, test } from '@playwright/test';
import { settled, signIn, visit } from './app';

test('a session that ended elsewhere loses nothing that was typed', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Add a priority' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Typed before the session ended');
  const elsewhere = await page.context().newPage();
  await elsewhere.goto('/');
  await elsewhere.getByRole('button', { name: 'Sign out' }).click();
  await expect(elsewhere.getByLabel('Username')).toBeVisible();
  await elsewhere.close();
  await page.clock.fastForward('01:00:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByLabel('Username').fill('head.900001');
  await page.getByLabel('Password', { exact: true }).fill('uplift-demo');
  await page.getByRole('button', { name: 'Sign In' }).click();
  await expect(dialog.getByLabel('Title')).toHaveValue('Typed before the session ended');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('signing in that was refused says so, instead of trying for ever', async ({ page }) => {
  const asked = page.waitForURL(/openid-connect\/auth/);
  await page.goto('/');
  await asked;
  const state = new URL(page.url()).searchParams.get('state');
  await page.goto(`/signed-in?error=access_denied&state=${state}`);
  await expect(page.getByRole('alert')).toContainText('Signing in does not work at the moment');
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
});

test('a page that cannot be fetched says so, and what stands around it goes on working', async ({ page }) => {
  await signIn(page, 'head.900001');
  await page.route('**/assets/SchoolList-*.js', (route) => route.abort());
  await visit(page, '/help');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Schools' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'This page does not work' })).toBeVisible();
  await page.unroute('**/assets/SchoolList-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Schools' })).toBeVisible();
});

test('a list that the service cannot answer says so, and comes back', async ({ page }) => {
  await signIn(page, 'head.900001', '/help');
  await page.route('**/api/v1/cycles*', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:uplift:problem:failed',
        title: 'Something went wrong on our side',
        status: 500,
      }),
    }),
  );
  await visit(page, '/cycles');
  await expect(page.getByRole('alert')).toContainText('Something went wrong on our side');
  await page.unroute('**/api/v1/cycles*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'Alder Grove Primary School' }).first()).toBeVisible();
});

test('no page breaks the content security policy', async ({ page }) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) {
      broken.push(message.text());
    }
  });
  const paths = [
    '/',
    '/schools',
    '/schools/900001',
    '/schools/900001/outcomes',
    '/schools/900001/inspections',
    '/cycles',
    '/help',
  ];
  const answer = await page.request.get('/');
  expect(answer.headers()['content-security-policy']).not.toContain('unsafe');
  await signIn(page, 'head.900001');
  for (const path of paths) {
    await visit(page, path);
  }
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await visit(page, '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  await page.locator('.target a').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Reading, writing and maths/ })).toBeVisible();
  await page.getByRole('button', { name: 'Edit the target' }).click();
  await settled(page);
  expect(broken).toEqual([]);
});
