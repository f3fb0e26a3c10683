import { Link } from '@tanstack/react-router';
import { academicYearOf, today } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { useOccurrences } from './useTimetable';
import { shortDay } from './words';

const SHOWN = 3;

/** What is planned next in a school. */
export function NextDates({ urn }: { urn: number }) {
  const next = useOccurrences({
    schoolUrn: urn,
    ofTrust: false,
    status: 'planned',
    from: today(),
    pageSize: SHOWN,
  });
  const behind = useOccurrences({
    schoolUrn: urn,
    ofTrust: false,
    status: 'overdue',
    academicYear: academicYearOf(new Date()),
    pageSize: 1,
  });
  const overdue = behind.data?.paging.totalResults ?? 0;
  return (
    <section className="sheet" aria-labelledby="next-dates-title">
      <header>
        <h2 id="next-dates-title">Next dates</h2>
        <Link className="unprinted" to="/timetable" search={{ school: urn }}>
          The year
        </Link>
      </header>
      {next.isPending && <Loading what="the next dates" />}
      {next.isError && <Failed cause={next.error} retry={() => next.refetch()} />}
      {next.data?.results.length === 0 && <Empty>Nothing is planned.</Empty>}
      {next.data && next.data.results.length > 0 && (
        <ul className="bare">
          {next.data.results.map((one) => (
            <li key={one.id}>
              <span className="when soft">{shortDay(one.day)}</span>{' '}
              <Link to="/timetable/$id" params={{ id: one.id }}>
                {one.typeLabel}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {overdue > 0 && (
        <p className="small unprinted">
          <span className="sign warn" aria-hidden="true">
            ▲
          </span>{' '}
          <Link to="/timetable" search={{ school: urn, view: 'list', status: 'overdue' }}>
            {overdue} overdue
          </Link>
        </p>
      )}
    </section>
  );
}
