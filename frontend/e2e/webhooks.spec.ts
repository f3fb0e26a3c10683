import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { pageOf, settled, signIn } from './app';

interface Received {
  event: string;
  signature: string;
  body: string;
}

/** A receiver on this machine, which answers as it is told to. */
class Receiver {
  readonly received: Received[] = [];
  status = 204;
  private readonly server: Server = createServer(async (request, answer) => {
    this.received.push({
      event: String(request.headers['uplift-event']),
      signature: String(request.headers['uplift-signature']),
      body: await text(request),
    });
    answer.writeHead(this.status).end();
  });

  async start(): Promise<string> {
    await new Promise<void>((begun) => this.server.listen(0, '127.0.0.1', begun));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/uplift`;
  }

  stop(): void {
    this.server.close();
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let said = '';
  for await (const some of request) {
    said += some;
  }
  return said;
}

function isSigned({ signature, body }: Received, secret: string): boolean {
  const second = /t=(\d+)/.exec(signature)?.[1];
  const expected = createHmac('sha256', secret).update(`${second}.${body}`).digest('hex');
  return signature.split(',').includes(`v1=${expected}`);
}

test('an administrator registers a webhook, tests it, and replays what has failed', async ({ page }) => {
  const receiver = new Receiver();
  const address = await receiver.start();
  const name = `Warehouse ${Date.now()}`;
  await signIn(page, 'administrator', '/integrations');
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Register a webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Register it' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Address').fill('https://169.254.169.254/latest');
  await dialog.getByLabel('Cycles').check();
  await dialog.getByLabel('Actions').check();
  await dialog.getByRole('button', { name: 'Register it' }).click();
  await expect(dialog.getByText(/leads into an internal or reserved network/).first()).toBeVisible();
  await dialog.getByLabel('Address').fill(address);
  await dialog.getByRole('button', { name: 'Register it' }).click();
  await expect(dialog.getByText('It is shown once: copy it now')).toBeVisible();
  const secret = await dialog.getByLabel('Secret').inputValue();
  expect(secret).toMatch(/^whsec_/);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Send a test' }).click();
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await expect(deliveries.getByRole('row', { name: /Test.*Delivered/ })).toBeVisible({ timeout: 30_000 });
  expect(receiver.received[0]?.event).toBe('test');
  expect(receiver.received.every((one) => isSigned(one, secret))).toBe(true);

  receiver.status = 500;
  await page.getByRole('button', { name: 'Send a test' }).click();
  const failed = deliveries.getByRole('row', { name: /Failed for good/ });
  await expect(failed).toBeVisible({ timeout: 30_000 });
  await expect(failed).toContainText('It answered 500');
  await deliveries.getByLabel('State').selectOption('dead');
  await expect(page).toHaveURL(/status=dead/);
  receiver.status = 200;
  await failed.getByRole('button', { name: /Replay/ }).click();
  await deliveries.getByLabel('State').selectOption('');
  await expect(deliveries.getByRole('row', { name: /Test.*Delivered/ })).toHaveCount(2, { timeout: 30_000 });

  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await dialog.getByRole('button', { name: 'Make it' }).click();
  const fresh = await dialog.getByLabel('Secret').inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('What changes meanwhile waits.')).toBeVisible();
  receiver.received.length = 0;
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(1);
  expect(receiver.received.every((one) => isSigned(one, secret) && isSigned(one, fresh))).toBe(true);

  await page.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(page).toHaveURL(/\/integrations\/webhooks$/);
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  receiver.stop();
});

test('webhooks are for the administrator', async ({ browser }) => {
  const page = await pageOf(browser, 'head.900001', '/integrations/webhooks');
  await expect(page.getByRole('heading', { name: 'You may not see this' })).toBeVisible();
  await page.context().close();
});
