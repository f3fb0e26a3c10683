import { Link } from '@tanstack/react-router';
import { academicYearOf, number, words } from '../ui/format';
import { Failed, Loading } from '../ui/Page';
import { span, TERMS } from './dates';
import { useTermDates } from './useTermDates';

/** The terms of a school in the present academic year, and the way to all of its dates. */
export function SchoolTermDates({ urn }: { urn: number }) {
  const dates = useTermDates(academicYearOf(new Date()), urn);
  return (
    <section className="sheet unprinted" aria-labelledby="term-dates-title">
      <header>
        <h2 id="term-dates-title">Term dates</h2>
        <Link to="/term-dates" search={{ school: urn }}>
          The whole year
        </Link>
      </header>
      {dates.isPending && <Loading what="the term dates" />}
      {dates.isError && <Failed cause={dates.error} retry={() => dates.refetch()} />}
      {dates.data?.terms && (
        <dl className="facts">
          {TERMS.map((name) => {
            const term = dates.data.terms?.[name];
            return (
              term && (
                <div key={name} className="pair">
                  <dt>{words(name)}</dt>
                  <dd>
                    {span(term.firstDay, term.lastDay)}
                    <span className="soft small line">
                      Half-term {span(term.halfTermFirstDay, term.halfTermLastDay)}
                    </span>
                  </dd>
                </div>
              )
            );
          })}
        </dl>
      )}
      {dates.data?.assumed && (
        <p className="soft">
          Not set for this year. Deadlines in school days count its {number(dates.data.schoolDays.length)}{' '}
          weekdays apart from bank holidays and closed days.
        </p>
      )}
    </section>
  );
}
