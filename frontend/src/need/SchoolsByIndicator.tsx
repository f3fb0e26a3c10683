import { Link } from '@tanstack/react-router';
import type { NeedIndicator, NeedLevel, NeedRow, TermOfYear } from '../api/types.gen';
import { Export } from '../ui/Export';
import { number } from '../ui/format';
import { type Column, Table } from '../ui/Table';
import { levelOf, termName } from './bands';
import { cellText } from './cells';
import { HeatCell } from './HeatCell';
import { LevelPill } from './LevelPill';

interface Props {
  rows: NeedRow[];
  term: TermOfYear;
  indicators: NeedIndicator[];
  levels: NeedLevel[];
  /** In words and figures alone. */
  plain: boolean;
}

/** Schools × indicators in a term, as a heat map or as the table behind it. */
export function SchoolsByIndicator({ rows, term, indicators, levels, plain }: Props) {
  const cellOf = ({ cells }: NeedRow, code: string) =>
    cells.find(({ indicatorCode }) => indicatorCode === code);
  const shown = indicators.filter(({ code }) => rows.some((row) => cellOf(row, code)));
  const school: Column<NeedRow> = {
    label: 'School',
    text: ({ assessment }) => assessment.schoolName,
    show: ({ assessment }) => (
      <Link
        to="/schools/$urn/need"
        params={{ urn: String(assessment.schoolUrn) }}
        search={{ year: term.academicYear, term: term.term }}
      >
        {assessment.schoolName}
      </Link>
    ),
  };
  const level: Column<NeedRow> = {
    label: 'Level',
    text: ({ assessment }) =>
      [
        levelOf(assessment),
        assessment.moderated && 'moderated',
        assessment.riskOfDecline && 'risk of decline',
      ]
        .filter(Boolean)
        .join(', '),
    show: ({ assessment }) => <LevelPill assessment={assessment} levels={levels} />,
  };
  const score: Column<NeedRow> = {
    label: 'Score',
    figure: true,
    text: ({ assessment }) => (assessment.score === undefined ? '' : number(assessment.score, 1)),
  };
  const words = shown.map(
    (indicator): Column<NeedRow> => ({
      label: indicator.label,
      text: (row) => cellText(cellOf(row, indicator.code)),
    }),
  );
  const map = shown.map(
    ({ code, label, shortLabel }): Column<NeedRow> => ({
      label: shortLabel,
      text: (row) => cellText(cellOf(row, code)),
      show: (row) => {
        const cell = cellOf(row, code);
        const { schoolUrn, schoolName } = row.assessment;
        return cell && <HeatCell cell={cell} urn={schoolUrn} term={term} about={`${label}, ${schoolName}`} />;
      },
    }),
  );
  return (
    <>
      <div className="heat-map">
        <Table
          caption={
            plain
              ? 'What each indicator contributes to the need of each school, of what it could, with its figure'
              : 'What each indicator contributes to the need of each school; a cell opens what it follows from'
          }
          columns={[school, level, score, ...(plain ? words : map)]}
          rows={rows}
          keyOf={({ assessment }) => assessment.id}
          dense
        />
      </div>
      <p className="actions">
        <Export name={['need', termName(term)]} columns={[school, level, score, ...words]} rows={rows} />
      </p>
    </>
  );
}
