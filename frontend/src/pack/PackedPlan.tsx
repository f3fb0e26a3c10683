import type { PackMilestone, PackPriority, PackTarget } from '../api/types.gen';
import { JUDGEMENTS } from '../checkpoint/judgements';
import { PathLink } from '../committee/PathLink';
import { STATUS } from '../target/status';
import { day } from '../ui/format';
import { Pill } from '../ui/Pill';
import { type Column, Table } from '../ui/Table';
import { whyBeside } from './exceptions';

const status = <R extends Pick<PackTarget, 'status'>>(): Column<R> => ({
  label: 'Status',
  text: (row) => STATUS[row.status].label,
  show: (row) => <Pill tone={STATUS[row.status].tone}>{STATUS[row.status].label}</Pill>,
});

const why = <R extends Pick<PackTarget, 'title' | 'why'>>(): Column<R> => ({
  label: 'Why',
  text: (row) => whyBeside(row.title, row.why),
  show: (row) => <span className="small">{whyBeside(row.title, row.why)}</span>,
});

const TARGETS: Column<PackTarget>[] = [
  {
    label: 'Target',
    text: ({ title }) => title,
    show: ({ id, title }) => <PathLink path={`/targets/${id}`}>{title}</PathLink>,
  },
  status(),
  { label: 'Baseline', figure: true, text: ({ baseline }) => baseline },
  {
    label: 'Latest',
    figure: true,
    text: ({ latest }) => latest ?? '',
    show: ({ latest, latestDay }) =>
      latest && (
        <span>
          <strong>{latest}</strong>
          <small>{day(latestDay)}</small>
        </span>
      ),
  },
  { label: 'Expected', figure: true, text: ({ expected }) => expected ?? '' },
  {
    label: 'To reach',
    figure: true,
    text: ({ toReach }) => toReach,
    show: ({ toReach, dueDate }) => (
      <span>
        {toReach}
        <small>{day(dueDate)}</small>
      </span>
    ),
  },
  why(),
];

const MILESTONES: Column<PackMilestone>[] = [
  {
    label: 'Milestone',
    text: ({ title }) => title,
    show: ({ id, title }) => <PathLink path={`/milestones/${id}`}>{title}</PathLink>,
  },
  status(),
  { label: 'Due', text: ({ dueDate }) => day(dueDate) },
  why(),
];

const PRIORITIES: Column<PackPriority>[] = [
  {
    label: 'Priority',
    text: ({ title }) => title,
    show: ({ id, cycleId, title }) => <PathLink path={`/cycles/${cycleId}#priority-${id}`}>{title}</PathLink>,
  },
  { label: 'Led by', text: ({ lead }) => lead ?? '' },
  {
    label: 'Newest checkpoint',
    text: ({ judged }) => (judged ? JUDGEMENTS[judged.judgement].label : ''),
    show: ({ judged }) =>
      judged && (
        <span>
          <Pill tone={JUDGEMENTS[judged.judgement].tone}>{JUDGEMENTS[judged.judgement].label}</Pill>
          <small>
            {judged.checkpoint}, {day(judged.day)}
          </small>
        </span>
      ),
  },
  {
    label: 'Actions',
    text: ({ actionsDone, actionsOpen, actionsLate }) =>
      `${actionsDone} done, ${actionsOpen} open, ${actionsLate} late`,
  },
];

const keyOf = ({ id }: { id: string }) => id;

/** A plan in its tables: the targets and how they stand, the milestones, the priorities. */
export function PackedPlan({ priorities }: { priorities: PackPriority[] }) {
  const targets = priorities.flatMap((priority) => priority.targets);
  const milestones = priorities.flatMap((priority) => priority.milestones);
  return (
    <>
      {targets.length > 0 && <Table caption="Targets" columns={TARGETS} rows={targets} keyOf={keyOf} />}
      {milestones.length > 0 && (
        <Table caption="Milestones" columns={MILESTONES} rows={milestones} keyOf={keyOf} />
      )}
      <Table caption="Priorities" columns={PRIORITIES} rows={priorities} keyOf={keyOf} />
    </>
  );
}
