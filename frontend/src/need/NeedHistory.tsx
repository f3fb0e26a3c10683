import { Link } from '@tanstack/react-router';
import type { NeedAssessment, NeedLevel } from '../api/types.gen';
import { Export } from '../ui/Export';
import { number } from '../ui/format';
import { LineChart } from '../ui/LineChart';
import { type Column, Table } from '../ui/Table';
import { DIRECTIONS, levelOf, termName } from './bands';
import { LevelPill } from './LevelPill';

interface Props {
  /** Newest first. */
  history: NeedAssessment[];
  levels: NeedLevel[];
}

/** Score and level over the terms, as a chart and as a table. */
export function NeedHistory({ history, levels }: Props) {
  const first = history[0];
  if (!first) {
    return null;
  }
  const points = history
    .toReversed()
    .flatMap(({ asAt: date, score: value }) => (value === undefined ? [] : [{ date, value }]));
  const columns: Column<NeedAssessment>[] = [
    {
      label: 'Term',
      text: termName,
      show: (one) => (
        <Link
          to="/schools/$urn/need"
          params={{ urn: String(one.schoolUrn) }}
          search={{ year: one.academicYear, term: one.term }}
        >
          {termName(one)}
        </Link>
      ),
    },
    {
      label: 'Level',
      text: (one) => [levelOf(one), one.riskOfDecline && 'risk of decline'].filter(Boolean).join(', '),
      show: (one) => <LevelPill assessment={one} levels={levels} />,
    },
    {
      label: 'Score',
      figure: true,
      text: ({ score }) => (score === undefined ? '' : number(score, 1)),
    },
    { label: 'Computed level', text: ({ computedLevelLabel }) => computedLevelLabel ?? '' },
    { label: 'Direction', text: ({ direction }) => (direction ? DIRECTIONS[direction] : '') },
  ];
  return (
    <section className="sheet stack" aria-labelledby="history-title">
      <h2 id="history-title">Over the terms</h2>
      {points.length > 1 && (
        <LineChart
          title={`Score of ${first.schoolName}`}
          series={[{ label: 'Score', points }]}
          decimals={1}
        />
      )}
      <Table
        caption="The level that counted and the score of each term"
        columns={columns}
        rows={history}
        keyOf={({ id }) => id}
        dense
      />
      <p className="actions">
        <Export name={['need of', first.schoolName]} columns={columns} rows={history} />
      </p>
    </section>
  );
}
