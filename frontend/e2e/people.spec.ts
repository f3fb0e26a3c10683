import { expect, test } from '@playwright/test';
import { expectAccessible, signIn } from './app';

test('an administrator changes the dates of a membership', async ({ page }) => {
  await signIn(page, 'administrator', '/people?search=deputy');
  await page.getByRole('button', { name: /Deputy/ }).click();
  const dialog = page.getByRole('dialog');
  for (const until of ['2090-08-31', '']) {
    await dialog.getByRole('button', { name: 'Change: School leader, Alder Grove Primary School' }).click();
    const form = dialog.getByRole('form', { name: 'Change the membership' });
    await expectAccessible(page);
    await form.getByLabel('Until').fill(until);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toHaveCount(0);
    const shown = dialog.getByText('until 31 Aug 2090');
    await (until ? expect(shown).toBeVisible() : expect(shown).toHaveCount(0));
  }
});
