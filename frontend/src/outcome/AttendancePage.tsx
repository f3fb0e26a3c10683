import { getRouteApi, Link } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { useSchool } from '../school/useSchool';
import { Choice } from '../ui/Choice';
import { lower } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { Switch } from '../ui/Switch';
import { AbsenceOverTime } from './AbsenceOverTime';
import { AttendanceTable } from './AttendanceTable';
import { type AttendanceSearch, codeOf, cohortsByAge, EVERY_ABSENCE, periodsOf } from './attendance';
import { cohortLabel } from './cohorts';
import { GroupsOfYear } from './GroupsOfYear';
import { GROUPS } from './groups';
import { useMeasures } from './measures';
import { Symbols } from './Symbols';
import { useAttendance } from './useAttendance';
import { yearsShown } from './years';

const route = getRouteApi('/shell/schools/$urn/attendance');

/** Who is not there: absence and suspensions of a school by year and term, over time, and for every group. */
export function AttendancePage() {
  const me = useMe();
  const urn = Number(route.useParams().urn);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: AttendanceSearch) =>
    navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const { data: school } = useSchool(urn);
  const measures = useMeasures();
  const byTerm = search.by === 'term';
  const group = search.group ?? 'ALL';
  const cohort = search.cohort ?? 'ALL';
  const absence = search.of ?? 'overall';
  const attendance = useAttendance(urn, group, cohort);
  const codes: string[] = EVERY_ABSENCE.map((one) => codeOf(one, byTerm));
  const all = (attendance.data ?? []).filter((row) => codes.includes(row.measureCode));
  const years = yearsShown(all, search.years === 'all');
  const rows = all.filter((row) => years.includes(row.academicYear));
  const measure = measures.data?.results.find(({ code }) => code === codeOf(absence, byTerm));
  const pupils = [GROUPS[group] ?? group, ...(cohort === 'ALL' ? [] : [cohortLabel(cohort)])].join(', ');
  const name = [school?.name ?? String(urn), 'attendance', byTerm ? 'by term' : 'by year'];
  const latest = years.at(-1);
  return (
    <div className="stack">
      <section className="sheet stack" aria-labelledby="attendance-title">
        <div className="filters">
          <Choice
            label="Pupils"
            options={Object.entries(GROUPS)}
            chosen={group}
            onChoose={(next) => change({ group: next })}
          />
          <Choice
            label="Year group"
            options={[...new Set([...cohortsByAge(school ?? {}), cohort])].map((code) => [
              code,
              cohortLabel(code),
            ])}
            chosen={cohort}
            onChoose={(next) => change({ cohort: next })}
          />
          <Choice<'' | 'all'>
            label="Years"
            options={[
              ['', 'The last five'],
              ['all', 'All that there are'],
            ]}
            chosen={search.years ?? ''}
            onChoose={(next) => change({ years: next || undefined })}
          />
          <Switch
            label="Count"
            ways={['by year', 'by term']}
            chosen={byTerm ? 'by term' : 'by year'}
            onChoose={(way) => change({ by: way === 'by term' ? 'term' : undefined })}
          />
        </div>
        <header>
          <h2 id="attendance-title">Attendance and suspensions: {lower(pupils)}</h2>
        </header>
        <p className="soft small">
          Absence is the share of half days that were missed. Persistently absent are pupils who missed a
          tenth or more of theirs, severely absent those who missed half or more. Suspensions are counted for
          each hundred pupils.
        </p>
        {attendance.isPending && <Loading what="attendance" />}
        {attendance.isError && <Failed cause={attendance.error} retry={() => attendance.refetch()} />}
        {attendance.data && rows.length === 0 && (
          <Empty>
            No attendance of these pupils has come in. Choose all pupils and all year groups.{' '}
            {may(me, 'results:push', urn) ? (
              <>
                Attendance comes with <Link to="/imports">imports</Link>.
              </>
            ) : (
              'Attendance comes with imports, or from the school’s system.'
            )}
          </Empty>
        )}
        {rows.length > 0 && (
          <>
            <AttendanceTable periods={periodsOf(rows, byTerm)} byTerm={byTerm} name={[...name, pupils]} />
            <Symbols rows={rows} />
          </>
        )}
      </section>
      {measures.isError && <Failed cause={measures.error} retry={() => measures.refetch()} />}
      {latest && measure && (
        <>
          <AbsenceOverTime
            urn={urn}
            search={search}
            absence={absence}
            measure={measure}
            years={years}
            group={group}
            pupils={pupils}
            cohort={cohort}
            name={[school?.name ?? String(urn), measure.label]}
            onChange={change}
          />
          <GroupsOfYear
            urn={urn}
            measure={measure}
            cohort={cohort}
            years={years.toReversed()}
            year={search.year && years.includes(search.year) ? search.year : latest}
            onYear={(year) => change({ year })}
            name={name}
          />
        </>
      )}
    </div>
  );
}
