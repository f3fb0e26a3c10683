import { expect, test } from 'vitest';
import { bodyOf, confirmsAgain, type Typed } from './profile';

const TYPED: Typed = {
  schoolUrn: '900001',
  about: 'I lead it here',
  specialisms: ['reading', 'writing'],
  designations: [],
  daysPerTerm: '4',
  beyondTrust: false,
  offering: true,
};

test('the trust as a whole is sent as no school, and days as a number', () => {
  expect(bodyOf({ ...TYPED, schoolUrn: '', daysPerTerm: ' 2.5 ' })).toMatchObject({
    schoolUrn: null,
    daysPerTerm: 2.5,
  });
});

test('what is no number is sent as it was typed', () => {
  expect(bodyOf({ ...TYPED, daysPerTerm: 'four' }).daysPerTerm).toBe('four');
  expect(bodyOf({ ...TYPED, daysPerTerm: '' }).daysPerTerm).toBe('');
});

test('words and order change nothing that was confirmed', () => {
  expect(confirmsAgain(TYPED, { ...TYPED, about: 'I lead it well', offering: false })).toBe(false);
  expect(confirmsAgain(TYPED, { ...TYPED, specialisms: ['writing', 'reading'], daysPerTerm: '4.0' })).toBe(
    false,
  );
});

test('days, specialisms, designations, school and beyond the trust are confirmed again', () => {
  expect(confirmsAgain(TYPED, { ...TYPED, daysPerTerm: '5' })).toBe(true);
  expect(confirmsAgain(TYPED, { ...TYPED, specialisms: ['reading'] })).toBe(true);
  expect(confirmsAgain(TYPED, { ...TYPED, designations: ['npq-headship'] })).toBe(true);
  expect(confirmsAgain(TYPED, { ...TYPED, schoolUrn: '' })).toBe(true);
  expect(confirmsAgain(TYPED, { ...TYPED, beyondTrust: true })).toBe(true);
});
