import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, settled, signIn, visit } from './app';

/** No two runs send the same pupils and headings, so that each begins anew. */
const RUN = Date.now() % 100_000;
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A UPN that nobody has, with the letter that belongs in front of it. */
function upn(number: number): string {
  const rest = `999${String(number).padStart(9, '0')}`;
  const sum = [...rest].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return LETTERS.charAt(sum % LETTERS.length) + rest;
}

/** Pupils as a system exports them that calls everything by other names. */
function exported(rows: string[][]): { name: string; mimeType: string; buffer: Buffer } {
  const header = `MIS;School URN;Unique Pupil Number;Academic Year;NC Year;Gender;Forename ${RUN};Last updated`;
  const lines = rows.map((row) => row.join(';'));
  return {
    name: 'export 2025-2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1'),
  };
}

const row = (number: string, year: string, sex: string) => [
  'Ours',
  '900001',
  number,
  '2025/2026',
  year,
  sex,
  'Zoë',
  '2026-09-10T08:00:00Z',
];

async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a data manager brings in a file with other headings, and the next one like it in five clicks', async ({
  page,
}) => {
  await signIn(page, 'data.manager');
  await page.getByRole('link', { name: 'Imports' }).click();
  await settled(page);
  const many = Array.from({ length: 30 }, (_, at) => row(upn(RUN * 100 + at), '3', at < 3 ? 'Q' : 'F'));
  await page.getByLabel('File', { exact: true }).setInputFiles(exported([...many, row('A1', '3', 'M')]));
  await expect(page.getByLabel('What is in the file')).toHaveValue('pupils');
  await expect(page.getByLabel('Unique pupil number (needed)')).toHaveValue('Unique Pupil Number');
  await expect(page.getByText(`Passed over: Forename ${RUN}.`)).toBeVisible();
  await page.getByLabel('Year group (needed)').selectOption('');
  await expect(page.getByText('A needed field has no column yet.')).toBeVisible();
  await page.getByLabel('Year group (needed)').selectOption('NC Year');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Nothing has been written yet.')).toBeVisible();
  const groups = page.locator('.groups > li');
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toContainText('Gender');
  await expect(groups.first()).toContainText('3 rows');
  await expect(groups.first()).toContainText('Row 2: "Q" is none of F, M.');
  await groups.first().getByText('All 3 rows').click();
  await expect(groups.first()).toContainText('Row 4');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(page.locator('.counts')).toContainText('Created27');
  await expectAccessible(page);
  const rejected = await downloaded(page, 'Download the rejected rows');
  expect(rejected.name).toBe('pupils-rejected.csv');
  const lines = rejected.text.trim().split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^MIS,.*,Last updated,Why it was not taken$/);
  expect(lines[1]).toContain('Zoë');
  expect(lines[1]).toContain('is none of F, M.');
  expect((await downloaded(page, 'Download the errors')).name).toBe('pupils-errors.csv');
  await page.reload();
  await settled(page);
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download the rejected rows' })).toHaveCount(0);

  await visit(page, '/');
  let clicks = 0;
  const click = async (work: Promise<void>) => {
    clicks++;
    await work;
  };
  await click(page.getByRole('link', { name: 'Imports' }).click());
  await click(
    page.getByLabel('File', { exact: true }).setInputFiles(exported([row(upn(RUN * 100), '3', 'F')])),
  );
  await expect(page.getByText('The columns are read as in your last file like this one.')).toBeVisible();
  await click(page.getByRole('button', { name: 'Check' }).click());
  await expect(page.getByText('Nothing is wrong with any row.')).toBeVisible();
  await click(page.getByRole('button', { name: 'Import', exact: true }).click());
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(5);
});

test('a job that goes on is found again after a reload, and can be cancelled', async ({ page }) => {
  await signIn(page, 'data.manager', '/imports');
  const lines = Array.from({ length: 200_000 }, (_, at) => row(upn(500_000_000 + at), '4', 'M'));
  await page.getByLabel('File', { exact: true }).setInputFiles(exported(lines));
  await expect(page.getByLabel('What is in the file')).toHaveValue('pupils');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.reload();
  await settled(page);
  const running = page.getByRole('region', { name: 'On its way' });
  await expect(running.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await running.getByRole('button', { name: 'Cancel' }).click();
  await expect(running).toHaveCount(0, { timeout: 30_000 });
  await expect(
    page
      .getByRole('region', { name: 'Sent before' })
      .getByRole('row', { name: /Cancelled by/ })
      .first(),
  ).toBeVisible();
});

test('a data manager checks the register, sees what would change, and imports it', async ({ page }) => {
  await signIn(page, 'data.manager', '/imports');
  const header =
    'URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name)';
  const file = {
    name: 'register.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `${header}\n${700_000 + RUN},999,Exampleshire,2050,Maple Rise Primary School,Academy converter,Open,Primary\n9,999,Exampleshire,2051,Wrong,Academy converter,Open,Primary\n`,
    ),
  };
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await expect(page.getByLabel('What is in the file')).toHaveValue('schools');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Nothing has been written yet.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Created' })).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(page.getByText('A URN has six digits')).toBeVisible();
  await page.getByRole('link', { name: 'Imports' }).first().click();
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ ...file, buffer: Buffer.from(`URN,EstablishmentName\n${700_000 + RUN},Maple Rise\n`) });
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('alert')).toContainText('The file has no column');
});
