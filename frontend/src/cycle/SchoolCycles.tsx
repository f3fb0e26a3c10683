import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { cycleResourceCreate, cycleResourceList } from '../api/sdk.gen';
import { may, useMe } from '../app/me';
import { Field, FormProblem } from '../ui/Field';
import { academicYearOf } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { useChange } from '../ui/useChange';
import { CycleTable } from './CycleTable';

const route = getRouteApi('/shell/schools/$urn/cycles');

/** The cycles of a school, and the way to begin one. */
export function SchoolCycles() {
  const me = useMe();
  const urn = Number(route.useParams().urn);
  const cycles = useQuery({
    queryKey: ['cycles', { schoolUrn: urn }],
    queryFn: () => answered(cycleResourceList({ query: { schoolUrn: urn, pageSize: 50 } })),
  });
  return (
    <section className="sheet" aria-labelledby="cycles-title">
      <header>
        <h2 id="cycles-title">Improvement cycles</h2>
      </header>
      {cycles.isPending && <Loading what="cycles" />}
      {cycles.isError && <Failed cause={cycles.error} retry={() => cycles.refetch()} />}
      {cycles.data &&
        (cycles.data.results.length === 0 ? (
          <Empty>
            This school has no cycle yet.
            {may(me, 'cycles:change', urn) ? ' Begin one here.' : ' A leader of the school begins one.'}
          </Empty>
        ) : (
          <CycleTable cycles={cycles.data.results} caption="Cycles of this school" />
        ))}
      {cycles.data && may(me, 'cycles:change', urn) && (
        <Begin urn={urn} begun={cycles.data.results.map((cycle) => cycle.academicYear)} />
      )}
    </section>
  );
}

/** Begins a cycle for this academic year or the next, whichever has none. */
function Begin({ urn, begun }: { urn: number; begun: string[] }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = useChange();
  const now = academicYearOf(new Date());
  const next = `${Number(now.slice(0, 4)) + 1}/${Number(now.slice(0, 4)) + 2}`;
  const years = [now, next].filter((one) => !begun.includes(one));
  const [chosen, setYear] = useState<string>();
  const year = chosen ?? years[0];
  if (!year) {
    return null;
  }
  const begin = () =>
    change.run(async (key) => {
      const cycle = await answered(
        cycleResourceCreate({
          headers: { 'Idempotency-Key': key },
          body: { schoolUrn: urn, academicYear: year },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['cycles'] });
      await navigate({ to: '/cycles/$id', params: { id: cycle.id } });
    });
  return (
    <div className="form apart-above">
      <FormProblem problem={change.problem} />
      <div className="filters">
        <Field label="Begin a cycle for">
          <select value={year} onChange={(event) => setYear(event.target.value)}>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </Field>
        <div>
          <button className="button" type="button" aria-disabled={change.busy} onClick={begin}>
            Begin the cycle
          </button>
        </div>
      </div>
    </div>
  );
}
