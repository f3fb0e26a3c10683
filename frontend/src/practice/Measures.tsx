import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { measureResourceList, practiceMeasureResourceGet, practiceMeasureResourceName } from '../api/sdk.gen';
import type { GoodPractice, PracticeMeasure } from '../api/types.gen';
import { mayIn, useMe } from '../app/me';
import { GROUPS } from '../outcome/groups';
import { AskDialog } from '../ui/AskDialog';
import { FormProblem } from '../ui/Field';
import { Failed } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { useChange } from '../ui/useChange';

const MOST = 5;

const whom = ({ cohort, pupilGroup, groupLabel }: PracticeMeasure) =>
  [
    cohort === 'ALL' ? 'All year groups' : `Year ${cohort}`,
    pupilGroup === 'ALL' ? undefined : groupLabel.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');

/** By which measures one knows that it works: what they are now, as the reader may see them. */
export function Measures({ practice }: { practice: GoodPractice }) {
  const queries = useQueryClient();
  const change = useChange();
  const me = useMe();
  const [naming, setNaming] = useState(false);
  const names =
    !practice.withdrawnOn && practice.schoolUrn != null && mayIn(me, 'cycles:change', practice.schoolUrn);
  const measures = useQuery({
    queryKey: ['good-practice', practice.id, 'measures'],
    queryFn: () => answered(practiceMeasureResourceGet({ path: { id: practice.id } })),
  });
  const known = useQuery({
    queryKey: ['measures', 'all'],
    queryFn: () => answered(measureResourceList()),
    enabled: naming,
  });
  if (measures.isPending || (measures.data?.results.length === 0 && !names)) {
    return null;
  }
  const rows = measures.data?.results ?? [];
  const years = [...new Set(rows.flatMap(({ values }) => values.map(({ academicYear }) => academicYear)))]
    .sort()
    .reverse();
  const columns: Column<PracticeMeasure>[] = [
    { label: 'Measure', text: ({ measureLabel }) => measureLabel },
    { label: 'Of', text: whom },
    ...years.map(
      (year): Column<PracticeMeasure> => ({
        label: year,
        figure: true,
        text: ({ values }) => {
          const value = values.find(({ academicYear }) => academicYear === year);
          return value ? `${value.display}${value.cohortSize == null ? '' : ` of ${value.cohortSize}`}` : '';
        },
      }),
    ),
  ];
  const put = async (wanted: Pick<PracticeMeasure, 'measureCode' | 'cohort' | 'pupilGroup'>[]) => {
    await answered(
      practiceMeasureResourceName({
        path: { id: practice.id },
        headers: { 'If-Match': `"${measures.data?.version}"` },
        body: {
          measures: wanted.map(({ measureCode, cohort, pupilGroup }) => ({
            measureCode,
            cohort,
            pupilGroup,
          })),
        },
      }),
    );
    await queries.invalidateQueries();
  };
  const taking: Column<PracticeMeasure> = {
    label: 'Change',
    text: () => '',
    show: (row) => (
      <button
        className="link"
        type="button"
        onClick={() => change.run(() => put(rows.filter((one) => one !== row)))}
      >
        Leave out
        <span className="visually-hidden">
          {' '}
          {row.measureLabel}, {whom(row)}
        </span>
      </button>
    ),
  };
  return (
    <section className="sheet stack" aria-labelledby="measures-title">
      <header>
        <h2 id="measures-title">What the figures say now</h2>
        {names && rows.length < MOST && (
          <button className="button" type="button" onClick={() => setNaming(true)}>
            Add a measure
          </button>
        )}
      </header>
      {measures.isError && <Failed cause={measures.error} retry={() => measures.refetch()} />}
      <FormProblem problem={change.problem} />
      {rows.length === 0 ? (
        <p className="empty">Name a measure, and every school reads what it is for the whole cohort.</p>
      ) : (
        <>
          <Table
            caption="Measures by which one knows that it works"
            columns={names ? [...columns, taking] : columns}
            rows={rows}
            keyOf={({ measureCode, cohort, pupilGroup }) => `${measureCode} ${cohort} ${pupilGroup}`}
          />
          <p className="soft small">
            The newest value of each year, read from what is stored now, with how many pupils it is about. c:
            hidden, lest few pupils or another school be told of.
            {measures.data?.seen === false && ' Groups are for those who see the outcomes of the school.'}
          </p>
        </>
      )}
      {naming && known.isError && <Failed cause={known.error} retry={() => known.refetch()} />}
      {naming && known.data && (
        <AskDialog
          title="Add a measure"
          action="Add it"
          initial={{
            measureCode: known.data.results[0]?.code ?? '',
            cohort: 'ALL',
            pupilGroup: 'ALL',
          }}
          asked={() => [
            {
              name: 'measureCode',
              label: 'Measure',
              options: known.data.results.map(({ code, label }) => [code, label]),
            },
            { name: 'cohort', label: 'Year group', hint: 'As 6; ALL: all year groups', most: 10 },
            {
              name: 'pupilGroup',
              label: 'Pupils',
              options: Object.entries(GROUPS),
            },
          ]}
          work={async ({ measureCode = '', cohort = '', pupilGroup = '' }) =>
            put([...rows, { measureCode, cohort, pupilGroup }])
          }
          onClose={() => setNaming(false)}
        >
          <p className="notice warn">
            ▲ Naming a measure shows its value for all pupils to every school of the trust. That of a group is
            for those who see the outcomes of the school.
          </p>
        </AskDialog>
      )}
    </section>
  );
}
