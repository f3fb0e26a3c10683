import { expect, type Locator, type Page, test } from '@playwright/test';
import { settled, signIn } from './app';

/** Goes on with Tab, or back, until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

test('the whole way by keyboard alone: to a target, changed and saved', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools');
  await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Alder Grove Primary School' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Alder Grove Primary School' })).toBeFocused();
  await settled(page);
  await tabTo(page, page.getByRole('link', { name: /^Maths: average scaled score, all pupils/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Maths: average scaled score' })).toBeFocused();
  const edit = page.getByRole('button', { name: 'Edit the target' });
  await tabTo(page, edit);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Edit the target' });
  await tabTo(page, dialog.getByLabel('Value of point 1'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('104.4');
  await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(edit).toBeFocused();
  const note = `By keyboard ${Date.now()}`;
  await tabTo(page, page.getByLabel('Add a note'));
  await page.keyboard.type(note);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Add the note' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: note })).toContainText('today');
});

test('a dialog keeps the focus inside, and gives it back with Escape', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools/900001/cycles');
  await page.getByRole('region', { name: 'Improvement cycles' }).getByRole('link').first().click();
  const add = page.getByRole('button', { name: 'Add a priority' });
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a priority' });
  await expect(dialog.getByLabel('Title')).toBeFocused();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest('dialog'),
    );
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(add).toBeFocused();
});

test('what has the focus is to be seen, in light and dark', async ({ page }) => {
  await signIn(page, 'head.900001', '/schools');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }), 'Shift+Tab');
    const school = page.getByRole('link', { name: 'Alder Grove Primary School' });
    while (!(await school.evaluate((element) => element === document.activeElement))) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() =>
        document.activeElement
          ? getComputedStyle(document.activeElement).outlineStyle
          : 'nothing has the focus',
      );
      expect(outline).toBe('solid');
    }
  }
});
