import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { settled, signIn, visit } from './app';

const ATTENDANCE = '/schools/900001/attendance';

test('a headteacher sees attendance by year and by term, and takes it along', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001');
  await page.getByRole('link', { name: 'Attendance', exact: true }).click();
  await settled(page);
  const side = page.getByRole('region', { name: 'Attendance and suspensions: all pupils' });
  await expect(side.getByRole('row')).toHaveCount(7);
  await expect(side.getByText('So far')).toHaveCount(1);
  await expect(page.getByRole('img', { name: /^Absence: This school / })).toBeVisible();
  await page.getByRole('button', { name: 'By term' }).click();
  await expect(side.getByRole('columnheader', { name: 'Term' })).toBeVisible();
  await page.getByLabel('Year group').selectOption({ label: 'Year 4' });
  const yearFour = page.getByRole('region', { name: 'Attendance and suspensions: all pupils, Year 4' });
  await expect(yearFour).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(page.getByLabel('Year group')).toHaveValue('4');
  const rows = await yearFour.getByRole('row').count();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    yearFour.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(rows);
  expect(lines[0]).toContain('Term,Absence,Persistent absence,Severe absence,Suspensions,Pupils');
});

test('the gap of disadvantaged pupils and every group of a year are shown', async ({ page }) => {
  await signIn(page, 'head.900001', `${ATTENDANCE}?of=persistent&view=gap`);
  await expect(page.getByRole('img', { name: /Disadvantaged against not disadvantaged/ })).toBeVisible();
  const groups = page.getByRole('region', { name: 'Persistent absence: every group in one year' });
  await expect(groups.getByRole('rowheader', { name: 'Girls' })).toBeVisible();
  await groups.getByLabel('Year').selectOption({ index: 1 });
  await expect(page).toHaveURL(/year=20/);
});

test('who may not see pupils is told why a figure is hidden, and nobody sees another school', async ({
  page,
}) => {
  await signIn(page, 'committee.900001', `${ATTENDANCE}?group=EHCP&cohort=4`);
  await expect(page.getByText(/^Suppressed \(c\)/).first()).toBeVisible();
  await visit(page, '/schools/900002/attendance');
  await expect(page.getByRole('alert')).toContainText('There is nothing here that you may see');
});
