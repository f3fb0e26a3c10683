import type { CapacityDetail, TermCapacity } from '../api/types.gen';
import { daysOf, number, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { ShareBar } from '../ui/ShareBar';
import { type Column, Table } from '../ui/Table';
import { useCapacity } from './useExperts';
import { evenness } from './words';

const COLUMNS: Column<TermCapacity>[] = [
  { label: 'Term', text: ({ term }) => words(term) },
  { label: 'Offered', text: ({ offered }) => number(offered), figure: true },
  { label: 'Promised', text: ({ promised }) => number(promised), figure: true },
  { label: 'Given', text: ({ given }) => number(given), figure: true },
  { label: 'Left', text: ({ free }) => number(free), figure: true },
  {
    label: 'Promised and left',
    text: ({ promised, free }) => `${number(promised)} promised, ${number(free)} left`,
    show: ({ promised, free }) => promised + free > 0 && <ShareBar shares={[promised, Math.max(0, free)]} />,
  },
];

/** The days of everybody who is confirmed, term by term, and how fairly they are spread. */
export function CapacityView() {
  const capacity = useCapacity();
  return (
    <div className="stack">
      {capacity.isPending && <Loading what="the capacity of the trust" />}
      {capacity.isError && <Failed cause={capacity.error} retry={() => capacity.refetch()} />}
      {capacity.data &&
        (capacity.data.experts === 0 ? (
          <section className="sheet" aria-label="Capacity">
            <Empty>Nobody’s profile is confirmed yet. Heads confirm those of their school in My work.</Empty>
          </section>
        ) : (
          <>
            <Terms capacity={capacity.data} />
            <Spread capacity={capacity.data} />
          </>
        ))}
    </div>
  );
}

function Terms({ capacity }: { capacity: CapacityDetail }) {
  const { academicYear, experts, offered, promised, given, terms } = capacity;
  return (
    <section className="sheet stack" aria-labelledby="capacity-title">
      <header>
        <h2 id="capacity-title">Capacity in {academicYear}</h2>
      </header>
      <dl className="counts">
        <div>
          <dt>{experts === 1 ? 'person is confirmed' : 'people are confirmed'}</dt>
          <dd>{number(experts)}</dd>
        </div>
        <div>
          <dt>days offered</dt>
          <dd>{number(offered)}</dd>
        </div>
        <div>
          <dt>promised</dt>
          <dd>{number(promised)}</dd>
        </div>
        <div>
          <dt>given so far</dt>
          <dd>{number(given)}</dd>
        </div>
      </dl>
      <Table
        caption="Days of everybody who is confirmed, by term"
        columns={COLUMNS}
        rows={terms}
        keyOf={({ term }) => term}
      />
      <p className="soft small">
        Promised is what is agreed or matched; of support that has ended, what was given. Left is what is
        offered without what is promised.
      </p>
    </section>
  );
}

function Spread({ capacity: { unevenness, busiestFifthPercent, promised } }: { capacity: CapacityDetail }) {
  return (
    <section className="sheet stack" aria-labelledby="spread-title">
      <header>
        <h2 id="spread-title">How fairly it is shared</h2>
      </header>
      {unevenness == null || busiestFifthPercent == null ? (
        <Empty>Nothing is promised this year yet, so that nobody carries more than others.</Empty>
      ) : (
        <>
          <dl className="facts">
            <dt>Unevenness</dt>
            <dd>
              <strong>{number(unevenness, 2)}</strong>: {evenness(unevenness)}.
            </dd>
            <dt>The busiest fifth</dt>
            <dd>
              <strong>{number(busiestFifthPercent, 1)} %</strong> of the {daysOf(promised)} that are promised.
            </dd>
          </dl>
          <p className="soft small">
            Unevenness is 0 where everybody gives the same share of what they offer, and near 1 where one
            person gives all (the Gini coefficient of those shares). Who offers two days and gives both is as
            busy as who offers twenty and gives all. Of up to five people the busiest fifth is one person.
          </p>
        </>
      )}
    </section>
  );
}
