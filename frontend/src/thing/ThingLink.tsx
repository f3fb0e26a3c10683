import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Reference } from '../api/types.gen';

interface Props {
  subject: Reference;
  /** Where on the page it leads: to the thing, or to what is said about it. */
  part?: 'comments' | undefined;
  onFollow?: (() => void) | undefined;
  children: ReactNode;
}

/** Leads to a thing: to its page, or to its place on the page of its cycle. */
export function ThingLink({ subject: { kind, id, cycleId }, part, onFollow, children }: Props) {
  const rest = { onClick: onFollow, children };
  switch (kind) {
    case 'target':
      return <Link to="/targets/$id" params={{ id }} {...rest} />;
    case 'milestone':
      return <Link to="/milestones/$id" params={{ id }} {...rest} />;
    case 'checkpoint':
      return <Link to="/checkpoints/$id" params={{ id }} {...rest} />;
    case 'occurrence':
      return <Link to="/timetable/$id" params={{ id }} {...rest} />;
    case 'need':
      return <Link to="/need-assessments/$id" params={{ id }} {...rest} />;
    case 'concern':
      return <Link to="/concerns/$id" params={{ id }} {...rest} />;
    case 'committee':
      return <Link to="/committees/$id" params={{ id }} {...rest} />;
    case 'meeting':
      return <Link to="/meetings/$id" params={{ id }} {...rest} />;
    case 'pack':
      return <Link to="/packs/$id" params={{ id }} {...rest} />;
    case 'challenge':
      return <Link to="/challenges/$id" params={{ id }} {...rest} />;
    case 'commission':
      return <Link to="/commissions/$id" params={{ id }} {...rest} />;
    case 'practice':
      return <Link to="/good-practice/$id" params={{ id }} {...rest} />;
    case 'expert':
      return <Link to="/expertise/$id" params={{ id }} {...rest} />;
    case 'webhook':
      return <Link to="/integrations/webhooks/$id" params={{ id }} {...rest} />;
    case 'cycle':
      return <Link to="/cycles/$id" params={{ id }} hash="approval-title" {...rest} />;
    default:
      return (
        <Link to="/cycles/$id" params={{ id: cycleId ?? '' }} hash={`${part ?? kind}-${id}`} {...rest} />
      );
  }
}
