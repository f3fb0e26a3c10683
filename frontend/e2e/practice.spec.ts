import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, visit } from './app';

/** A weekday in some weeks, as a date of the API. */
function ahead(): string {
  const day = new Date();
  day.setDate(day.getDate() + 28);
  while (day.getDay() === 0 || day.getDay() === 6) {
    day.setDate(day.getDate() + 1);
  }
  return day.toISOString().slice(0, 10);
}

/** What is in somebody's own calendar; its address is taken back. */
async function calendar(page: Page): Promise<string> {
  await visit(page, '/timetable');
  await page.getByRole('button', { name: 'In your own calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /address.*What I lead or take part in/ }).click();
  const address = new URL(await dialog.getByLabel('Address').inputValue()).pathname;
  const text = (await (await page.request.get(address)).text()).replaceAll('\r\n ', '');
  await dialog.getByRole('button', { name: /^Take it back.*What I lead/ }).click();
  await expect(dialog.getByRole('button', { name: /^Take it back.*What I lead/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  return text;
}

test('a head writes what works, another finds it as they type, comes to see it, and it is retired', async ({
  browser,
}) => {
  const title = `Kazoo mornings ${Date.now()}`;
  const host = await pageOf(browser, 'head.900001', '/good-practice');
  await host.getByRole('button', { name: 'Write good practice' }).click();
  const form = host.getByRole('dialog');
  await form.getByRole('button', { name: 'Publish' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('What is done').fill('Each class begins with a kazoo, and settles.');
  await form.getByLabel('What came of it').fill('Calm corridors after break.');
  await form.getByLabel('Area').fill('Conduct');
  await form.getByLabel('How one knows').fill('Fewer incidents noted\nhttps://music.example.org/kazoo');
  await form.getByLabel('Whom to talk to').selectOption({ index: 1 });
  await expectAccessible(host);
  await form.getByRole('button', { name: 'Publish' }).click();
  await expect(host.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(host.getByRole('link', { name: 'https://music.example.org/kazoo' })).toBeVisible();
  const path = new URL(host.url()).pathname;

  await host.getByRole('button', { name: 'Add a measure' }).click();
  const naming = host.getByRole('dialog');
  await naming.getByLabel('Measure').selectOption('ATT_OVERALL_ABSENCE');
  await naming.getByRole('button', { name: 'Add it' }).click();
  const figures = host.getByRole('table', { name: 'Measures by which one knows that it works' });
  await expect(figures).toContainText('%');
  await host.getByRole('button', { name: 'Offer a time' }).click();
  const offer = host.getByRole('dialog');
  await offer.getByLabel('Day').fill(ahead());
  await offer.getByLabel('From').fill('09:30');
  await offer.getByLabel('Until').fill('11:00');
  await offer.getByLabel('How many can come').fill('1');
  await offer.getByLabel('Where to go').fill('Main reception');
  await offer.getByRole('button', { name: 'Offer it' }).click();
  await expect(host.getByText('0 of 1 place taken')).toBeVisible();
  await expectAccessible(host);

  const visitor = await pageOf(browser, 'head.900002', '/good-practice');
  await visitor.getByLabel('Search').fill('kazzoo');
  const found = visitor.getByRole('article', { name: title });
  await expect(found).toContainText('Alder Grove');
  await expect(visitor.getByText('Searched for “kazoo”')).toBeVisible();
  await visitor.getByLabel('Search').fill('behaviour kazoo');
  await expect(visitor.getByText(/Also: .*conduct/)).toBeVisible();
  await expect(found).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByLabel('Schools like').selectOption({ index: 1 });
  await expect(found).toContainText('0 is the same intake');
  await found.getByRole('link', { name: title }).click();
  await settled(visitor);
  await expect(visitor.getByRole('button', { name: 'Retire' })).toHaveCount(0);
  await expect(
    visitor.getByRole('table', { name: 'Measures by which one knows that it works' }),
  ).toContainText('All year groups');
  await visitor.getByRole('button', { name: /^Book a place/ }).click();
  await visitor.getByRole('dialog').getByRole('button', { name: 'Book a place' }).click();
  await expect(visitor.getByText('You have a place')).toBeVisible();
  await expectAccessible(visitor);
  for (const page of [host, visitor]) {
    const text = await calendar(page);
    expect(text).toContain(`SUMMARY:Come and see: ${title}`);
    expect(text).toContain('LOCATION:Main reception');
  }
  await visit(host, path);
  await expect(host.getByText(/^Who comes: /)).toBeVisible();

  await visit(visitor, path);
  await visitor.getByRole('button', { name: /^Give back/ }).click();
  await visitor.getByRole('dialog').getByRole('button', { name: 'Give it back' }).click();
  await expect(visitor.getByText('0 of 1 place taken')).toBeVisible();

  await host.getByRole('button', { name: 'Still true' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'It is still true' }).click();
  await expect(host.getByText(/last on/)).toBeVisible();
  await host.getByRole('button', { name: 'Retire' }).click();
  await host.getByRole('dialog').getByLabel('Reason').fill('Only a trial.');
  await host.getByRole('dialog').getByRole('button', { name: 'Retire it' }).click();
  await expect(host.getByText(/^▲ Retired on/)).toBeVisible();
  await visit(visitor, '/good-practice?search=kazoo');
  await expect(visitor.getByRole('search')).toBeVisible();
  await expect(found).toHaveCount(0);
  await visit(visitor, path);
  await expect(visitor.getByText('There is nothing here that you may see')).toBeVisible();
  await host.context().close();
  await visitor.context().close();
});

test('an administrator keeps the words that mean the same', async ({ browser }) => {
  const page = await pageOf(browser, 'administrator', '/good-practice');
  await page.getByRole('link', { name: 'Words that mean the same' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Add a pair' }).click();
  const dialog = page.getByRole('dialog');
  const word = `carpet time ${Date.now()}`;
  await dialog.getByLabel('Word or phrase').fill(word);
  await dialog.getByLabel('Means the same as').fill('listening');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: word });
  await expect(row).toContainText('listening');
  await expectAccessible(page);
  await row.getByRole('button', { name: /^Take away/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await expect(row).toHaveCount(0);
  await page.context().close();
});
