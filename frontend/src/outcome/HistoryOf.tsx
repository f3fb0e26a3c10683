import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { outcomeResourceHistory } from '../api/sdk.gen';
import type { Outcome, OutcomeState } from '../api/types.gen';
import { Dialog } from '../ui/Dialog';
import { day, moment, number, words } from '../ui/format';
import { Empty, Failed, Loading } from '../ui/Page';
import { answered } from '../ui/problem';
import { type Column, Table } from '../ui/Table';
import { Symbols } from './Symbols';

const MOST = 100;

const COLUMNS: Column<OutcomeState>[] = [
  { label: 'Known since', text: (state) => moment(state.changedAt) },
  { label: 'Value', figure: true, text: (state) => (state.gone ? 'Taken back' : state.display) },
  {
    label: 'Pupils',
    figure: true,
    text: ({ cohortSize }) => (cohortSize == null ? '' : number(cohortSize)),
  },
  {
    label: 'With a result',
    figure: true,
    text: ({ coverage }) => (coverage == null ? '' : `${Math.floor(coverage * 100)}%`),
  },
  { label: 'Result', text: (state) => words(state.resultStatus) },
  { label: 'Dated', text: (state) => day(state.date) },
];

/** The way to everything that a value has been. */
export function HistoryOf({ row }: { row: Outcome }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button className="link" type="button" onClick={() => setOpen(true)}>
        History
        <span className="visually-hidden">
          {' '}
          of {row.academicYear}, {row.assessmentPoint}, {row.source}
        </span>
      </button>
      {open && <History row={row} onClose={() => setOpen(false)} />}
    </>
  );
}

function History({ row, onClose }: { row: Outcome; onClose: () => void }) {
  const { schoolUrn: urn, measureCode, academicYear, cohort, pupilGroup, source } = row;
  const query = { measureCode, academicYear, cohort, pupilGroup, source, pageSize: MOST };
  const history = useQuery({
    queryKey: ['outcome history', urn, query],
    queryFn: () => answered(outcomeResourceHistory({ path: { urn }, query })),
  });
  const states = (history.data?.results ?? []).filter((one) => one.assessmentPoint === row.assessmentPoint);
  return (
    <Dialog title={`How the value of ${academicYear} has changed`} onClose={onClose}>
      <div className="stack">
        {history.isPending && <Loading what="its history" />}
        {history.isError && <Failed cause={history.error} retry={() => history.refetch()} />}
        {history.data && states.length === 0 && (
          <Empty>The history of a group is told to those who may see the pupils of the school.</Empty>
        )}
        {states.length > 0 && (
          <>
            <Table
              caption={
                states.length === 1
                  ? 'It is as it came; nothing about it has changed.'
                  : `${row.measureLabel}, ${words(row.source).toLowerCase()}; newest first`
              }
              columns={COLUMNS}
              rows={states}
              keyOf={(state) => state.changedAt}
              dense
            />
            <Symbols rows={states} />
          </>
        )}
        <p className="actions">
          <button className="button" type="button" onClick={onClose}>
            Close
          </button>
        </p>
      </div>
    </Dialog>
  );
}
