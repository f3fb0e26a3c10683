import { Link } from '@tanstack/react-router';
import type { CheckpointSummary } from '../api/types.gen';
import { day, today } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { STATUS } from './judgements';

interface Props {
  checkpoints: CheckpointSummary[];
  caption: string;
  /** Whether they are of several schools. */
  schools?: boolean;
}

const heldOf = ({ heldOn, plannedOn }: CheckpointSummary) =>
  heldOn ? day(heldOn) : `Planned for ${day(plannedOn)}`;

/** Draft, planned, or how many signatures are still missing. */
function standingOf(one: CheckpointSummary): string {
  if (one.status === 'submitted') {
    return one.toSign ? 'Waits for your signature' : `${one.signatures} of 2 signatures`;
  }
  return one.status === 'draft' && !one.heldOn && one.plannedOn > today()
    ? 'Planned'
    : STATUS[one.status].label;
}

/** Checkpoints, one in a row. */
export function CheckpointTable({ checkpoints, caption, schools = false }: Props) {
  const columns: Column<CheckpointSummary>[] = [
    {
      label: 'Checkpoint',
      text: ({ typeLabel, title }) => [typeLabel, title].filter(Boolean).join(': '),
      show: (one) => (
        <Link to="/checkpoints/$id" params={{ id: one.id }}>
          {[one.typeLabel, one.title].filter(Boolean).join(': ')}
          <span className="visually-hidden"> of {day(one.heldOn ?? one.plannedOn)}</span>
        </Link>
      ),
    },
    ...(schools
      ? [{ label: 'School', text: ({ schoolName }: CheckpointSummary) => schoolName ?? 'The trust' }]
      : []),
    { label: 'Held', text: heldOf },
    { label: 'Recorded by', text: ({ recordedBy }) => recordedBy ?? '' },
    {
      label: 'Status',
      text: standingOf,
      show: (one) => <Pill tone={STATUS[one.status].tone}>{standingOf(one)}</Pill>,
    },
  ];
  return <Table caption={caption} columns={columns} rows={checkpoints} keyOf={({ id }) => id} />;
}
