import type { NeedIndicator, NeedLevel } from '../api/types.gen';
import { number } from '../ui/format';
import { Failed, Loading, Page } from '../ui/Page';
import { type Column, Table } from '../ui/Table';
import { useIndicators, useLevels } from './useNeed';

/** A threshold with what stands behind the figure. */
function figure({ unit, decimals }: NeedIndicator, value: number): string {
  const text = number(value, decimals);
  return unit === '' ? text : unit === '%' ? `${text}%` : `${text} ${unit}`;
}

/** The id of the heading of an area. */
function idOf(area: string): string {
  return `area-${area.replaceAll(' ', '-').toLowerCase()}`;
}

const LEVELS: Column<NeedLevel>[] = [
  { label: 'Level', text: ({ label }) => label },
  { label: 'From score', figure: true, text: ({ fromScore }) => number(fromScore) },
  { label: 'Days of support a year', figure: true, text: ({ entitlementDays }) => number(entitlementDays) },
  { label: 'Besides', text: ({ inConcern }) => (inConcern ? 'Every school in a category of concern' : '') },
];

const INDICATORS: Column<NeedIndicator>[] = [
  { label: 'Indicator', text: ({ label }) => label },
  { label: 'What it is', text: ({ explanation }) => explanation },
  { label: 'At most', figure: true, text: ({ maximum }) => number(maximum) },
  { label: 'Contributes from', figure: true, text: (one) => figure(one, one.startsAt) },
  { label: 'In full from', figure: true, text: (one) => figure(one, one.fullAt) },
];

/** How need is computed, from the very figures that it is computed with. */
export function MethodPage() {
  const indicators = useIndicators();
  const levels = useLevels();
  const failed = [indicators, levels].find((one) => one.isError);
  const all = indicators.data?.results ?? [];
  const areas = [...new Set(all.map(({ area }) => area))];
  return (
    <Page
      title="How need is computed"
      lead="The same for every school, and for every reader"
      crumbs={[{ label: 'Need', to: '/heat-map' }]}
    >
      {failed && <Failed cause={failed.error} retry={() => failed.refetch()} />}
      {!failed && (indicators.isPending || levels.isPending) && <Loading what="the method" />}
      {indicators.data && levels.data && (
        <div className="stack">
          <section className="sheet stack" aria-labelledby="rule-title">
            <h2 id="rule-title">The rule</h2>
            <p>
              Each indicator has two thresholds. Up to the first it contributes nothing, from the second on
              its maximum, and in between it grows in a straight line. The score is what all of them
              contribute, of what those that could be computed might have contributed, times 100.
            </p>
            <p>
              What is missing counts for nothing, neither for a school nor against it, and is listed. A score
              is given when {levels.data.leastComputedPercent}% of the maximum could be computed.
            </p>
            <p>
              What one to five pupils have done is not used, and neither is what it could be worked out from.
              Restricted concerns are not used either. So every reader of a school sees the same score, the
              same level and the same contributions.
            </p>
          </section>
          <section className="sheet stack" aria-labelledby="levels-title">
            <h2 id="levels-title">The levels</h2>
            <Table
              caption="From which score each level counts, and what it gives"
              columns={LEVELS}
              rows={levels.data.results}
              keyOf={({ code }) => code}
            />
            <p className="small">
              A trust leader can set another level, with a reason that is kept. By two levels it takes a
              second trust leader. The computed level stays beside it.
            </p>
          </section>
          {areas.map((area) => (
            <section key={area} className="sheet stack" aria-labelledby={idOf(area)}>
              <h2 id={idOf(area)}>{area}</h2>
              <Table
                caption="Indicators, and how each counts"
                columns={INDICATORS}
                rows={all.filter((one) => one.area === area)}
                keyOf={({ code }) => code}
                dense
              />
              {all
                .filter((one) => one.area === area && one.points.length > 0)
                .map(({ code, label, points }) => (
                  <p key={code} className="small">
                    <strong>{label}:</strong>{' '}
                    {points.map((one) => `${one.label} ${number(one.points)}`).join(', ')}.
                  </p>
                ))}
            </section>
          ))}
          <section className="sheet stack" aria-labelledby="decline-title">
            <h2 id="decline-title">Risk of decline</h2>
            <p>
              A school at the first level is at risk of decline when {levels.data.worsenedIndicators}{' '}
              indicators or more have worsened two terms running, each by more than its tolerance, or when its
              three-year trend leads down by more than twice its tolerance. What only goes by with time, such
              as the years since an inspection, is left out.
            </p>
          </section>
        </div>
      )}
    </Page>
  );
}
