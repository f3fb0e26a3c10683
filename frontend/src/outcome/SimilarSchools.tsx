import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { similarSchoolResourceList } from '../api/sdk.gen';
import type { SimilarityParts, SimilarSchool } from '../api/types.gen';
import { useSchool } from '../school/useSchool';
import { Export } from '../ui/Export';
import { number } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { OutcomeParts } from './OutcomeParts';

const route = getRouteApi('/shell/schools/$urn/outcomes/similar');
const FEATURES = 7;

const part = (label: string, code: keyof SimilarityParts): Column<SimilarSchool> => ({
  label,
  figure: true,
  text: ({ parts: { [code]: apart } }) => (apart == null ? '' : number(apart, 2)),
});

const COLUMNS: Column<SimilarSchool>[] = [
  { label: 'School', text: ({ name }) => name },
  { label: 'URN', text: ({ urn }) => String(urn) },
  { label: 'Local authority', text: ({ localAuthority }) => localAuthority },
  {
    label: 'Distance',
    figure: true,
    text: ({ distance }) => number(distance, 2),
    show: ({ distance }) => <strong>{number(distance, 2)}</strong>,
  },
  part('On roll', 'numberOnRoll'),
  part('Disadvantaged', 'disadvantaged'),
  part('SEN', 'sen'),
  part('EAL', 'eal'),
  part('Prior attainment', 'priorAttainment'),
  part('Mobility', 'mobility'),
  {
    label: 'Region',
    text: ({ parts: { region } }) => (region == null ? '' : region === 0 ? 'Same' : 'Another'),
  },
  { label: 'Compared on', text: ({ features }) => `${features} of ${FEATURES}` },
];

/** The schools that are most like one, and what the likeness is made of. */
export function SimilarSchools() {
  const urn = Number(route.useParams().urn);
  const { data: school } = useSchool(urn);
  const similar = useQuery({
    queryKey: ['similar', urn],
    queryFn: () => answered(similarSchoolResourceList({ path: { urn } })),
  });
  const rows = similar.data?.results ?? [];
  return (
    <div className="stack">
      <OutcomeParts urn={urn} />
      <section className="sheet stack" aria-labelledby="similar-title">
        <h2 id="similar-title">Similar schools{similar.data && `, ${similar.data.academicYear}`}</h2>
        <p className="soft small">
          The fifteen schools of the same phase whose intake is nearest: each figure says how many standard
          deviations the two schools are apart, and the distance is the root of the mean of their squares,
          with another region counted as 1.
        </p>
        {similar.isPending && <Loading what="similar schools" />}
        {similar.isError && <Failed cause={similar.error} retry={() => similar.refetch()} />}
        {similar.data && rows.length === 0 && (
          <Empty>
            No other school of this phase is known with its intake. It comes with the public register, which a
            data manager imports.
          </Empty>
        )}
        {rows.length > 0 && (
          <>
            <Table
              caption="Nearest first; 0 is the same intake"
              columns={COLUMNS}
              rows={rows}
              keyOf={({ urn: other }) => String(other)}
            />
            <p className="actions">
              <Export name={[school?.name ?? String(urn), 'similar schools']} columns={COLUMNS} rows={rows} />
            </p>
          </>
        )}
      </section>
    </div>
  );
}
