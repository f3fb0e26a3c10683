import { Export } from '../ui/Export';
import { day, number, words } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { ABSENCES, dateOf, EVERY_ABSENCE, type Period } from './attendance';

interface Props {
  periods: Period[];
  byTerm: boolean;
  /** What is shown, for the name of a file. */
  name: string[];
}

/** Absence and suspensions side by side, a line for each year or term, newest first. */
export function AttendanceTable({ periods, byTerm, name }: Props) {
  const columns = columnsOf(byTerm);
  return (
    <>
      <Table
        caption={
          byTerm
            ? 'Newest first; each term by itself'
            : 'Newest first; of each year up to its end, or as far as it has come'
        }
        columns={columns}
        rows={periods}
        keyOf={(period) => period.key}
      />
      <p className="actions">
        <Export name={name} columns={columns} rows={periods} />
      </p>
    </>
  );
}

function columnsOf(byTerm: boolean): Column<Period>[] {
  return [
    { label: 'Year', text: (period) => period.academicYear },
    ...(byTerm ? [{ label: 'Term', text: (period: Period) => words(period.term) }] : []),
    ...EVERY_ABSENCE.map((absence) => ({
      label: ABSENCES[absence].label,
      figure: true,
      text: ({ values: { [absence]: row } }: Period) => row?.display ?? '',
    })),
    { label: 'Pupils', figure: true, text: pupilsOf },
    {
      label: 'Up to',
      text: (period) => `${day(dateOf(period))}${isOpen(period) ? ', so far' : ''}`,
      show: (period) => (
        <span>
          {day(dateOf(period))} {isOpen(period) && <Pill tone="warn">So far</Pill>}
        </span>
      ),
    },
  ];
}

function pupilsOf({ values }: Period): string {
  const row = Object.values(values).find(({ cohortSize }) => cohortSize != null);
  return row ? number(row.cohortSize) : '';
}

/** Whether the term is not over yet. */
function isOpen({ values }: Period): boolean {
  return Object.values(values).some((row) => row.resultStatus !== 'final' || row.partial);
}
