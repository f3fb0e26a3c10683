import { useQuery } from '@tanstack/react-query';
import { milestoneResourceList } from '../api/sdk.gen';
import { Failed } from '../ui/Page';
import { answered } from '../ui/problem';
import { MilestoneSheet } from './MilestoneSheet';

/** The targets of a priority that have no number; nothing is said where there are none. */
export function Milestones({ priorityId, editable }: { priorityId: string; editable: boolean }) {
  const milestones = useQuery({
    queryKey: ['milestones', priorityId],
    queryFn: () => answered(milestoneResourceList({ path: { id: priorityId }, query: { pageSize: 100 } })),
  });
  if (milestones.isError) {
    return <Failed cause={milestones.error} retry={() => milestones.refetch()} />;
  }
  return milestones.data?.results.map((milestone) => (
    <MilestoneSheet key={milestone.id} milestone={milestone} editable={editable} />
  ));
}
