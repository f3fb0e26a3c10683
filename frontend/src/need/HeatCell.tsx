import { Link } from '@tanstack/react-router';
import type { NeedCell, TermOfYear } from '../api/types.gen';
import { number } from '../ui/format';
import { BANDS, CHANGES } from './bands';

interface Props {
  cell: NeedCell;
  urn: number;
  term: TermOfYear;
  /** What it is of, for those who do not see where it stands. */
  about: string;
}

/** A cell of the heat map, which opens what it follows from. */
export function HeatCell({ cell, urn, term: { academicYear, term }, about }: Props) {
  const band = cell.band && BANDS[cell.band];
  const change = cell.change && CHANGES[cell.change];
  return (
    <Link
      className={`heat ${band?.tone ?? ''}`}
      to="/schools/$urn/need"
      params={{ urn: String(urn) }}
      search={{ year: academicYear, term }}
      hash={`indicator-${cell.indicatorCode}`}
    >
      {band ? (
        <>
          <span>
            <span aria-hidden="true">{band.sign}</span> {band.label}
          </span>
          <span>
            {number(cell.contribution, 1)} <span aria-hidden="true">{change?.sign}</span>
          </span>
        </>
      ) : (
        <span>No data</span>
      )}
      <span className="visually-hidden">
        {`${band ? ` of ${number(cell.maximum)}` : ''}, ${about}${change ? `, ${change.label}` : ''}`}
      </span>
    </Link>
  );
}
