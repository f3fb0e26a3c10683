import { stepUp } from '../app/session';
import type { Problem } from '../ui/problem';

/** A restricted concern waits behind one more proof of who asks. */
export function StepUp({ problem }: { problem: Problem }) {
  return (
    <section className="sheet stack" aria-labelledby="step-up-title">
      <h2 id="step-up-title">Prove again who you are</h2>
      <p>
        This concern is restricted. It opens for a quarter of an hour after you have signed in once more, and
        that you have opened it is kept and shown to its safeguarding leads.
      </p>
      <p className="actions">
        <button
          className="button primary"
          type="button"
          onClick={() => stepUp(String(problem.members.acrValues))}
        >
          Sign in again
        </button>
      </p>
    </section>
  );
}

/** Whether what was answered asks for one more proof. */
export function asksForStepUp(problem: unknown): problem is Problem {
  return (problem as Problem | null)?.members?.type === 'urn:uplift:problem:step-up-needed';
}
