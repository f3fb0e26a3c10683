import { describe, expect, it } from 'vitest';
import type { PackException, PackExceptionKind, PackPriority, TargetStatus } from '../api/types.gen';
import { byKind, howMany, tally, whereOf, whyBeside } from './exceptions';

const exception = (kind: PackExceptionKind, title: string, schoolName?: string): PackException => ({
  kind,
  title,
  why: '',
  ...(schoolName && { schoolName }),
});

const priority = (...statuses: TargetStatus[]) =>
  ({
    targets: statuses.slice(1).map((status) => ({ status })),
    milestones: statuses.slice(0, 1).map((status) => ({ status })),
  }) as PackPriority;

describe('what needs the committee', () => {
  it('is grouped by why, in the order in which it is told', () => {
    const told = [
      exception('off-track', 'Maths'),
      exception('off-track', 'Reading'),
      exception('no-plan', 'No plan'),
      exception('at-risk', 'Writing'),
    ];
    expect(byKind(told).map(({ kind, of }) => [kind, of.map(({ title }) => title)])).toEqual([
      ['off-track', ['Maths', 'Reading']],
      ['no-plan', ['No plan']],
      ['at-risk', ['Writing']],
    ]);
    expect(byKind([])).toEqual([]);
  });

  it('says where it is', () => {
    expect(whereOf(exception('off-track', 'Maths', 'Alder Grove'))).toBe('Alder Grove');
    expect(whereOf(exception('off-track', 'Maths'))).toBe('The trust');
    expect(whereOf(exception('action-overdue', 'A survey'))).toBe('The committee');
  });

  it('is counted in words', () => {
    expect([0, 1, 2].map(howMany)).toEqual([
      'Nothing stands out',
      'One thing needs the committee',
      '2 things need the committee',
    ]);
  });

  it('does not repeat in the reason what its title names', () => {
    expect(
      whyBeside('Maths: expected standard, year 6', 'Maths: expected standard: actual 48, short by 2.'),
    ).toBe('Actual 48, short by 2.');
    expect(
      whyBeside(
        'Maths: expected standard, Disadvantaged',
        'Maths: expected standard (Disadvantaged): actual 22.',
      ),
    ).toBe('Actual 22.');
    expect(whyBeside('A daily session', 'Judged at risk.')).toBe('Judged at risk.');
    expect(whyBeside('Risk of decline', 'Reading: three-year trend: −8.5.')).toBe(
      'Reading: three-year trend: −8.5.',
    );
    expect(whyBeside('No plan', 'No plan: there is none.')).toBe('There is none.');
  });
});

describe('how a plan stands by number', () => {
  it('begins with what is worst', () => {
    expect(tally([priority('on-track', 'off-track'), priority('on-track', 'on-track', 'at-risk')])).toBe(
      '1 off track, 1 at risk, 3 on track',
    );
    expect(tally([])).toBe('');
  });
});
