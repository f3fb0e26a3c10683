import type { Webhook } from '../api/types.gen';
import type { Tone } from '../ui/Pill';

/** How a webhook stands, in a word. */
export function standing({ status, dead }: Webhook): { tone: Tone; label: string } {
  switch (status) {
    case 'without-secret':
      return { tone: 'warn', label: 'Needs a secret' };
    case 'paused':
      return { tone: 'calm', label: 'Paused' };
    case 'failing':
      return { tone: 'bad', label: 'Paused, it kept failing' };
    case 'active':
      return dead > 0 ? { tone: 'warn', label: 'Some have failed' } : { tone: 'good', label: 'In order' };
  }
}
