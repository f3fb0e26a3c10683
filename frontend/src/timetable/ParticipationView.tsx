import { Link } from '@tanstack/react-router';
import type { SchoolParticipation } from '../api/types.gen';
import { Export } from '../ui/Export';
import { number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { type Column, Table } from '../ui/Table';
import { useParticipation } from './useTimetable';

interface Props {
  year: string;
  page: number | undefined;
  onPage: (page: number) => void;
}

/** How each school takes part: participation is expected, so it is visible. */
export function ParticipationView({ year, page, onPage }: Props) {
  const participation = useParticipation(year, page);
  const columns: Column<SchoolParticipation>[] = [
    {
      label: 'School',
      text: ({ schoolName }) => schoolName,
      show: ({ schoolUrn, schoolName }) => (
        <Link to="/timetable" search={{ school: schoolUrn, year }}>
          {schoolName}
        </Link>
      ),
    },
    { label: 'Done', figure: true, text: ({ done }) => number(done) },
    { label: 'Still to come', figure: true, text: ({ planned }) => number(planned) },
    {
      label: 'Overdue',
      figure: true,
      text: ({ overdue }) => number(overdue),
      show: ({ overdue }) => (overdue > 0 ? <span className="sign warn">▲ {number(overdue)}</span> : '0'),
    },
    {
      label: 'Missed',
      figure: true,
      text: ({ missed }) => number(missed),
      show: ({ missed }) => (missed > 0 ? <span className="sign bad">■ {number(missed)}</span> : '0'),
    },
    { label: 'Cancelled', figure: true, text: ({ cancelled }) => number(cancelled) },
    {
      label: 'At activities of the trust',
      figure: true,
      text: ({ trustTakenPart, trustHeld }) => `${trustTakenPart} of ${trustHeld}`,
    },
  ];
  return (
    <>
      {participation.isPending && <Loading what="participation" />}
      {participation.isError && <Failed cause={participation.error} retry={() => participation.refetch()} />}
      {participation.data && (
        <section className="sheet" aria-label="Participation">
          {participation.data.results.length === 0 ? (
            <Empty>There is no school of the trust that you may see.</Empty>
          ) : (
            <Table
              caption={`How the schools take part in ${year}`}
              columns={columns}
              rows={participation.data.results}
              keyOf={({ schoolUrn }) => String(schoolUrn)}
            />
          )}
          <Paging paging={participation.data.paging} what="schools" onPage={onPage} />
          {participation.data.results.length > 0 && (
            <div className="actions unprinted">
              <Export name={['Participation', year]} columns={columns} rows={participation.data.results} />
            </div>
          )}
        </section>
      )}
    </>
  );
}
