import { expect, test } from '@playwright/test';
import { expectAccessible, pageOf, settled, visit } from './app';

/** Years so far ahead that nothing else plans in them, nor sets the terms of them. */
let next = 2065 + Math.floor(Math.random() * 20);
const aYear = () => {
  next += 1;
  return { year: `${next}/${next + 1}`, start: next, address: `${next}%2F${next + 1}` };
};

/** The weekday on a date, or the next one after it. */
function weekday(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  while ([0, 6].includes(day.getUTCDay())) {
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return day.toISOString().slice(0, 10);
}

test('a trust leader looks at a year before making it, makes it once, and moves a visit', async ({
  browser,
}) => {
  const { year, start, address } = aYear();
  const page = await pageOf(browser, 'trust.leader', `/timetable?year=${address}`);
  await expect(page.getByText(`Nothing is planned for ${year} yet.`, { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Make the year' }).click();
  await settled(page);
  await expect(page.getByText('half-terms are assumed', { exact: false })).toBeVisible();
  const grid = page.getByRole('region', { name: 'What would be planned' }).getByRole('table');
  await expect(grid.getByRole('rowheader', { name: 'The trust' })).toBeVisible();
  await page.getByRole('button', { name: 'Plan them' }).click();
  await expect(page).toHaveURL(new RegExp(`/timetable\\?year=${start}`));
  await settled(page);
  const plan = page.getByRole('table', { name: `Year plan ${year}` });
  await expect(plan.getByRole('columnheader', { name: /^Autumn 1/ })).toBeVisible();
  const school = plan.getByRole('row', { name: /^Alder Grove/ });
  await expect(school.getByRole('link', { name: /School improvement visit/ }).first()).toBeVisible();

  await visit(page, `/timetable/proposal?year=${address}`);
  await expect(page.getByText('Everything that the template asks for is planned')).toBeVisible();

  await visit(page, `/timetable?year=${address}&school=900001&view=list`);
  await page.getByRole('link', { name: 'Peer review' }).click();
  await page.getByRole('button', { name: 'Move' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To', { exact: true }).fill(weekday(`${start + 1}-06-24`));
  await dialog.getByLabel('Why').fill('The visiting school has its fair');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('First planned for')).toBeVisible();
  await expect(page.getByText('The visiting school has its fair')).toBeVisible();
  await expectAccessible(page);
});

test('two visits of one person on one day clash until one of them is cancelled', async ({ browser }) => {
  const { year, start, address } = aYear();
  const page = await pageOf(browser, 'trust.leader', `/timetable?year=${address}`);
  const day = weekday(`${start}-11-12`);
  for (const place of ['900003', '900004']) {
    await visit(page, `/timetable?year=${address}`);
    await page.getByRole('button', { name: 'Plan an activity' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Where').selectOption(place);
    await dialog.getByLabel('What', { exact: true }).selectOption('learning-walk');
    await dialog.getByLabel('Day').fill(day);
    await dialog.getByLabel('Led by').selectOption({ label: 'Trust leader' });
    await dialog.getByRole('button', { name: 'Plan it' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Learning walk' })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: /is at Learning walk in .* too\./ })).toBeVisible();
  await visit(page, `/timetable?year=${address}`);
  await page.getByText('2 clashes in what is still to come').click();
  await expectAccessible(page);
  await page
    .getByRole('table', { name: `Year plan ${year}` })
    .getByRole('link', { name: /clashes/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await page.getByLabel('Reason').fill('One of them is enough');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel it' }).click();
  await expect(page.getByText('Cancelled because')).toBeVisible();
  await visit(page, `/timetable?year=${address}`);
  await expect(page.getByText(/clash(es)? in what is still to come/)).toHaveCount(0);
});

test('a head records a planned visit, and subscribes to a calendar that opens until it is taken back', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'head.900001', '/timetable');
  await page.getByRole('button', { name: 'Plan an activity' }).click();
  const plan = page.getByRole('dialog');
  await plan.getByLabel('What', { exact: true }).selectOption('pupil-progress-meeting');
  await plan.getByLabel('What more there is to say').fill('Only for those in school');
  await plan.getByLabel('Day').fill(weekday(new Date().toISOString().slice(0, 10)));
  await plan.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Pupil progress meeting/ })).toBeVisible();
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page).toHaveURL(/\/checkpoints\//);
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Open the checkpoint' })).toBeVisible();

  await visit(page, '/timetable?school=900001');
  await page.getByRole('button', { name: 'In your own calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /address.*Alder Grove/ }).click();
  const address = new URL(await dialog.getByLabel('Address').inputValue()).pathname;
  const calendar = await page.request.get(address);
  expect(calendar.ok()).toBe(true);
  const text = await calendar.text();
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text).toContain('Pupil progress meeting');
  expect(text).not.toContain('Only for those in school');
  await dialog.getByRole('button', { name: /^Take it back.*Alder Grove/ }).click();
  await expect(dialog.getByRole('button', { name: /^Take it back.*Alder Grove/ })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

test('a committee member sees what is planned and how it went, and neither names nor notes', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'committee.900001', '/timetable?view=list');
  const list = page.getByRole('table', { name: 'Planned activities, by day' });
  await expect(list.getByText('Done').first()).toBeVisible();
  await expect(list.getByText('Trust leader')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Plan an activity' })).toHaveCount(0);
  await visit(page, '/timetable?view=participation');
  await expect(page.getByRole('rowheader', { name: 'Alder Grove Primary School' })).toBeVisible();
  await visit(page, '/timetable/proposal');
  await expect(page.getByText('Only who plans for the whole trust can make the year')).toBeVisible();
});

test('the template of a year is changed, and the year before keeps its own', async ({ browser }) => {
  const { start, address } = aYear();
  const page = await pageOf(browser, 'trust.leader', `/timetable/template?year=${address}`);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What', { exact: true }).selectOption('deep-dive');
  await dialog.getByLabel('What more there is to say').fill('Early reading');
  await dialog.getByLabel('Half-term').selectOption({ label: 'Spring 2' });
  await dialog.getByLabel('For schools').selectOption('targeted');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const added = page.getByRole('row', { name: /^Deep dive: Early reading/ });
  await expect(added).toContainText('Spring 2');
  await expect(added).toContainText('Schools of targeted need or more');
  await visit(page, `/timetable/template?year=${start - 1}%2F${start}`);
  await expect(page.getByRole('row', { name: /^Deep dive: Early reading/ })).toHaveCount(0);
  await visit(page, `/timetable/template?year=${address}`);
  await added.getByRole('button', { name: /^Take out/ }).click();
  await expect(added).toHaveCount(0);
});

test('a trust leader adds a type of activities, renames it and ends it; others read the list', async ({
  browser,
}) => {
  const label = `Curriculum review ${Date.now()}`;
  const page = await pageOf(browser, 'trust.leader', '/timetable/template');
  const types = page.getByRole('region', { name: 'Types of activities' });
  const row = types.getByRole('row', { name: new RegExp(`^${label}`) });
  await page.getByRole('button', { name: 'Add a type' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is called').fill('learning walk');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is a type called Learning walk already.');
  await dialog.getByLabel('What it is called').fill(label);
  await dialog.getByLabel('Done when').selectOption('deep-dive');
  await dialog.getByLabel('How many minutes it usually takes').fill('90');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText('90 minutes');
  await expect(row).toContainText('Its checkpoint is signed off: Deep dive');

  await row.getByRole('button', { name: /^Change/ }).click();
  await dialog.getByLabel('How many minutes it usually takes').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('All day');

  await row.getByRole('button', { name: /^End/ }).click();
  await dialog.getByRole('button', { name: 'End' }).click();
  await expect(row).toContainText('Ended on');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('What', { exact: true }).getByRole('option', { name: label })).toHaveCount(
    0,
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const head = await pageOf(browser, 'head.900001', '/timetable/template');
  await expect(head.getByRole('rowheader', { name: label })).toBeVisible();
  await expect(head.getByRole('button', { name: 'Add a type' })).toHaveCount(0);
});

test('a clerk finds the meetings of the committees in their own calendar', async ({ browser }) => {
  const page = await pageOf(browser, 'clerk', '/timetable');
  await page.getByRole('button', { name: 'In your own calendar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /address.*the meetings of my committees/ }).click();
  const address = new URL(await dialog.getByLabel('Address').inputValue()).pathname;
  const text = (await (await page.request.get(address)).text()).replaceAll('\r\n ', '');
  expect(text).toContain('SUMMARY:Meeting\\, Academy Development Committee of Alder Grove');
  expect(text).toContain('LOCATION:Library of the school');
  expect(text).not.toContain('Declarations');
  await dialog.getByRole('button', { name: /^Take it back/ }).click();
  await expect(dialog.getByRole('button', { name: /^Take it back/ })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});
