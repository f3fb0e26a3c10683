import { Link } from '@tanstack/react-router';
import { ActivityList } from '../activity/ActivityList';
import { Begin } from '../checkpoint/Begin';
import { CycleTable } from '../cycle/CycleTable';
import { useCyclesOf } from '../cycle/useCycles';
import { DataSetList } from '../dataset/DataSetList';
import { TargetsToday } from '../target/TargetsToday';
import { academicYearOf } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { MyWork } from '../work/MyWork';
import { may, mayIn, useMe } from './me';

/** For so many cycles the targets are shown at once; of more, each cycle shows its own. */
const FEW = 4;

/** Where somebody arrives: what waits for them, this year's cycles, and what has changed. */
export function Home() {
  const me = useMe();
  const year = academicYearOf(new Date());
  const readsCycles = may(me, 'cycles:read');
  const asks = !readsCycles && !may(me, 'activity:read') && may(me, 'data-sets:read');
  const cycles = useCyclesOf(year, readsCycles);
  const recorded = (cycles.data?.results ?? []).filter(
    ({ stage, schoolUrn }) => stage !== 'closed' && mayIn(me, 'checkpoints:record', schoolUrn ?? undefined),
  );
  return (
    <Page title={`Welcome, ${me.name}`} lead={`Academic year ${year}`}>
      <div className="stack">
        <MyWork begin={recorded.length > 0 && <Begin cycles={recorded} />} />
        {readsCycles && (
          <section className="sheet" aria-labelledby="cycles-title">
            <header>
              <h2 id="cycles-title">This year’s cycles</h2>
            </header>
            {cycles.isPending && <Loading what="cycles" />}
            {cycles.isError && <Failed cause={cycles.error} retry={() => cycles.refetch()} />}
            {cycles.data &&
              (cycles.data.results.length === 0 ? (
                <Empty>
                  No cycle for {year} yet. Begin one on the page of a <Link to="/schools">school</Link>.
                </Empty>
              ) : (
                <CycleTable cycles={cycles.data.results} caption={`Cycles of ${year}`} />
              ))}
          </section>
        )}
        {cycles.data && cycles.data.results.length > 0 && cycles.data.results.length <= FEW && (
          <TargetsToday cycles={cycles.data.results} title="Targets today" />
        )}
        {may(me, 'activity:read') && <ActivityList title="What has changed" filter={{}} />}
        {asks && (
          <section className="sheet" aria-labelledby="data-title">
            <header>
              <h2 id="data-title">
                <Link to="/data">Data sets</Link>
              </h2>
            </header>
            <DataSetList />
          </section>
        )}
        {!readsCycles && !may(me, 'activity:read') && !asks && (
          <section className="sheet" aria-label="What you can do">
            <Empty>
              {may(me, 'results:push') ? (
                <>
                  Go to <Link to="/imports">Imports</Link> to bring data in.
                </>
              ) : (
                <>
                  Nothing else on this page is for your role. <Link to="/help">Help</Link> says whom to ask if
                  you expected more.
                </>
              )}
            </Empty>
          </section>
        )}
      </div>
    </Page>
  );
}
