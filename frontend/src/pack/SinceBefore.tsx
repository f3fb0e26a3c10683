import { Link } from '@tanstack/react-router';
import type { PackChange, PackComparison } from '../api/types.gen';
import { longDay } from '../ui/format';
import { Failed, Loading } from '../ui/Page';
import { type Column, Table } from '../ui/Table';
import { ExceptionList } from './ExceptionList';
import { usePackComparison } from './usePacks';
import { AREA } from './words';

/** More changes than this are folded. */
const FEW = 12;

const COLUMNS: Column<PackChange>[] = [
  { label: 'What', text: ({ what }) => what },
  { label: 'Of', text: ({ area }) => AREA[area] },
  { label: 'Where', text: ({ schoolName }) => schoolName ?? 'The trust' },
  { label: 'Before', text: ({ before }) => before ?? 'Not there' },
  { label: 'Now', text: ({ now }) => now ?? 'No longer there' },
];

/** What is different from the pack of the meeting before. */
export function SinceBefore({ id }: { id: string }) {
  const comparison = usePackComparison(id);
  const earlier = comparison.data?.with;
  return (
    <section className="sheet stack" aria-labelledby="since-title">
      <header>
        <h2 id="since-title">Since the pack before</h2>
        {earlier && (
          <Link to="/packs/$id" params={{ id: earlier.id }} className="small">
            Pack {earlier.number} for the meeting of {longDay(earlier.meetingDay)}
          </Link>
        )}
      </header>
      {comparison.isPending && <Loading what="what has changed" />}
      {comparison.isError && <Failed cause={comparison.error} retry={() => comparison.refetch()} />}
      {comparison.data && <Differences of={comparison.data} />}
    </section>
  );
}

function Differences({ of: { appeared, gone, changes, with: earlier } }: { of: PackComparison }) {
  if (appeared.length + gone.length + changes.length === 0) {
    return <p>Nothing that packs are compared by has changed since {longDay(earlier.asAt)}.</p>;
  }
  return (
    <>
      {appeared.length > 0 && (
        <>
          <h3>Needs the committee now, and did not on {longDay(earlier.asAt)}</h3>
          <ExceptionList exceptions={appeared} />
        </>
      )}
      {gone.length > 0 && (
        <>
          <h3>Needed the committee on {longDay(earlier.asAt)}, and does no longer</h3>
          <ExceptionList exceptions={gone} />
        </>
      )}
      {changes.length > 0 && (
        <details open={changes.length <= FEW}>
          <summary>
            {changes.length === 1 ? 'One value has changed' : `${changes.length} values have changed`}
          </summary>
          <Table
            caption="What each of the two packs says"
            columns={COLUMNS}
            rows={changes}
            keyOf={({ schoolUrn, area, what, before, now }) =>
              `${schoolUrn} ${area} ${what} ${before} ${now}`
            }
            dense
          />
        </details>
      )}
    </>
  );
}
