import { getRouteApi } from '@tanstack/react-router';
import { may, useMe } from '../app/me';
import { useCyclesOf } from '../cycle/useCycles';
import { Choice } from '../ui/Choice';
import { academicYearOf } from '../ui/format';
import { Empty, Failed, Loading, Page } from '../ui/Page';
import { Paging } from '../ui/Paging';
import { Begin } from './Begin';
import { CheckpointTable } from './CheckpointTable';
import { useCheckpoints } from './useCheckpoints';

const route = getRouteApi('/shell/checkpoints');

type Shown = 'all' | 'to-sign' | 'draft' | 'submitted' | 'signed-off';

/** What the address of the list can say. */
export interface CheckpointSearch {
  show?: Shown | undefined;
  page?: number | undefined;
}

const OPTIONS: [Shown, string][] = [
  ['all', 'All'],
  ['to-sign', 'Waiting for my signature'],
  ['draft', 'Planned and drafts'],
  ['submitted', 'Submitted'],
  ['signed-off', 'Signed off'],
];

/** The checkpoints that somebody may see: planned, drafts, to be signed, signed off. */
export function CheckpointList() {
  const me = useMe();
  const { show = 'all', page } = route.useSearch();
  const navigate = route.useNavigate();
  const records = may(me, 'checkpoints:record');
  const checkpoints = useCheckpoints({
    page,
    pageSize: 50,
    toSign: show === 'to-sign' ? true : undefined,
    status: show === 'all' || show === 'to-sign' ? undefined : show,
  });
  const cycles = useCyclesOf(academicYearOf(new Date()), records);
  const open = (cycles.data?.results ?? []).filter(
    ({ stage, schoolUrn }) => stage !== 'closed' && (!schoolUrn || may(me, 'checkpoints:record', schoolUrn)),
  );
  return (
    <Page title="Checkpoints" lead="Visits and reviews: what was looked at, and how it was judged.">
      <div className="stack">
        {records && open.length > 0 && <Begin cycles={open} />}
        <div className="filters">
          <Choice
            label="Show"
            options={OPTIONS}
            chosen={show}
            onChoose={(next) => navigate({ search: { show: next === 'all' ? undefined : next } })}
          />
        </div>
        {checkpoints.isPending && <Loading what="checkpoints" />}
        {checkpoints.isError && <Failed cause={checkpoints.error} retry={() => checkpoints.refetch()} />}
        {checkpoints.data && (
          <section className="sheet" aria-label="Checkpoints">
            {checkpoints.data.results.length === 0 ? (
              <Empty>
                {show === 'all'
                  ? 'No checkpoint yet. Begin one with the notes of a visit, or of a review in school.'
                  : 'No such checkpoint. Show all to see the others.'}
              </Empty>
            ) : (
              <CheckpointTable checkpoints={checkpoints.data.results} caption="Checkpoints" schools />
            )}
            <Paging
              paging={checkpoints.data.paging}
              what="checkpoints"
              onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
