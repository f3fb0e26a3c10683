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
  terms: TermOfYear[];
  /** Score and level where there is none. */
  indicator: NeedIndicator | undefined;
  levels: NeedLevel[];
  /** In words and figures alone. */
  plain: boolean;
}

interface SchoolRow {
  urn: number;
  name: string;
  byTerm: Map<string, NeedRow>;
}

/** Schools in the order in which they come, each with what it was in each term. */
function schoolsOf(rows: NeedRow[]): SchoolRow[] {
  const schools = new Map<number, SchoolRow>();
  for (const row of rows) {
    const { schoolUrn: urn, schoolName: name } = row.assessment;
    const school = schools.get(urn) ?? { urn, name, byTerm: new Map() };
    school.byTerm.set(termName(row.assessment), row);
    schools.set(urn, school);
  }
  return [...schools.values()];
}

/** Schools × terms of one indicator, or of score and level. */
export function OverTime({ rows, terms, indicator, levels, plain }: Props) {
  const oldestFirst = terms.toReversed();
  const said = (row: NeedRow | undefined): string => {
    if (!row) {
      return '';
    }
    const { assessment } = row;
    return indicator
      ? cellText(row.cells[0])
      : [levelOf(assessment), assessment.score !== undefined && number(assessment.score, 1)]
          .filter(Boolean)
          .join(', ');
  };
  const school: Column<SchoolRow> = {
    label: 'School',
    text: ({ name }) => name,
    show: ({ urn, name }) => (
      <Link to="/schools/$urn/need" params={{ urn: String(urn) }}>
        {name}
      </Link>
    ),
  };
  const words = oldestFirst.map(
    (term): Column<SchoolRow> => ({
      label: termName(term),
      text: ({ byTerm }) => said(byTerm.get(termName(term))),
    }),
  );
  const map = oldestFirst.map((term): Column<SchoolRow> => {
    const name = termName(term);
    return {
      label: name,
      text: ({ byTerm }) => said(byTerm.get(name)),
      show: ({ urn, name: schoolName, byTerm }) => {
        const row = byTerm.get(name);
        const cell = row?.cells[0];
        return indicator
          ? cell && <HeatCell cell={cell} urn={urn} term={term} about={`${schoolName}, ${name}`} />
          : row && (
              <span>
                <LevelPill assessment={row.assessment} levels={levels} />
                {row.assessment.score !== undefined && <small>{number(row.assessment.score, 1)}</small>}
              </span>
            );
      },
    };
  });
  const schools = schoolsOf(rows);
  return (
    <>
      <div className="heat-map">
        <Table
          caption={
            indicator
              ? `${indicator.label}: what it contributed to the need of each school, term by term`
              : 'The level that counted and the score, term by term'
          }
          columns={[school, ...(plain ? words : map)]}
          rows={schools}
          keyOf={({ urn }) => String(urn)}
          dense
        />
      </div>
      <p className="actions">
        <Export
          name={['need over time', indicator?.label ?? 'score and level']}
          columns={[school, ...words]}
          rows={schools}
        />
      </p>
    </>
  );
}
