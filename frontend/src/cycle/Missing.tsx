import { Link } from '@tanstack/react-router';
import type { StageBlocker } from '../api/types.gen';

/** Where on a page something can be completed. */
function placeOf(link: string): string | undefined {
  const [, kind, id, part] = /\/(priorities|actions|cycles)\/([^/]+)(?:\/(\w+))?$/.exec(link) ?? [];
  if (kind === 'cycles') {
    return part && `${part}-title`;
  }
  return kind === 'actions' ? `action-${id}` : id && `${part ?? 'priority'}-${id}`;
}

/** What is missing, with the way to where it can be completed: on this page, on that of the evaluation, or in the list of drafts. */
export function Missing({ blocker, cycleId }: { blocker: StageBlocker; cycleId: string }) {
  if (blocker.code === 'draft-checkpoint') {
    return (
      <Link to="/checkpoints" search={{ show: 'draft' }}>
        {blocker.message}
      </Link>
    );
  }
  const place = placeOf(blocker.link);
  if (!place) {
    return blocker.message;
  }
  const evaluation = blocker.code === 'no-evaluation';
  return (
    <Link
      to={evaluation ? '/cycles/$id/evaluation' : '.'}
      params={{ id: cycleId }}
      hash={place}
      onClick={() => document.getElementById(place)?.focus()}
    >
      {blocker.message}
    </Link>
  );
}
