import { Link } from '@tanstack/react-router';
import type { CycleSummary } from '../api/types.gen';
import { words } from '../ui/format';
import { ownerOf } from './useCycles';

/** Cycles, one in a row. */
export function CycleTable({ cycles, caption }: { cycles: CycleSummary[]; caption: string }) {
  return (
    <div className="table folds">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Cycle</th>
            <th scope="col">Year</th>
            <th scope="col">Stage</th>
            <th scope="col" className="figure">
              Priorities
            </th>
          </tr>
        </thead>
        <tbody>
          {cycles.map((cycle) => (
            <tr key={cycle.id}>
              <th scope="row">
                <Link to="/cycles/$id" params={{ id: cycle.id }}>
                  {ownerOf(cycle)}
                </Link>
              </th>
              <td data-label="Year">{cycle.academicYear}</td>
              <td data-label="Stage">{words(cycle.stage)}</td>
              <td data-label="Priorities" className="figure">
                {cycle.priorities}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
