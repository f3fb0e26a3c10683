import { STATUS } from '../target/status';
import { Page } from '../ui/Page';
import { Pill } from '../ui/Pill';

const STATUSES: [keyof typeof STATUS, string][] = [
  ['on-track', 'The latest result is where the way to the target expects it, or better.'],
  ['at-risk', 'It is behind, by no more than the tolerance of the measure.'],
  ['off-track', 'It is behind by more than the tolerance.'],
  ['achieved', 'The result for the due date is in, and it reaches the target.'],
  ['missed', 'The result for the due date is in, and it does not.'],
  ['no-data', 'No result has come in since the baseline, it is overdue, or you may not see it.'],
];

const SYMBOLS: [string, string][] = [
  ['c', 'Suppressed: about five pupils or fewer, or such a number could be worked out from it.'],
  ['z', 'It does not apply.'],
  ['x', 'It is not available.'],
  ['low', 'It rounds to zero, and is more than zero.'],
];

/** What the words and signs mean, and whom to ask. */
export function Help() {
  return (
    <Page title="Help" lead="What the words and signs mean, and whom to ask">
      <div className="stack">
        <section className="sheet stack" aria-labelledby="status-help">
          <h2 id="status-help">The status of a target</h2>
          <p className="soft">
            Nobody types it. It follows from the results as they come in, and says in one sentence why.
          </p>
          <dl className="facts">
            {STATUSES.map(([status, meaning]) => (
              <div key={status} className="pair">
                <dt>
                  <Pill tone={STATUS[status].tone}>{STATUS[status].label}</Pill>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="sheet stack" aria-labelledby="symbol-help">
          <h2 id="symbol-help">Letters in place of a value</h2>
          <dl className="facts">
            {SYMBOLS.map(([symbol, meaning]) => (
              <div key={symbol} className="pair">
                <dt>
                  <strong>{symbol}</strong>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p>
            A value is <strong>provisional</strong> until it is settled, and <strong>partial</strong> while
            less than 95% of the pupils have a result: such a value can neither achieve nor miss a target.
          </p>
        </section>
        <section className="sheet stack" aria-labelledby="cycle-help">
          <h2 id="cycle-help">The improvement cycle</h2>
          <p>
            Plan, set targets, implement, monitor, evaluate; then the next cycle begins from that evaluation.
            Before a stage begins, the page of the cycle lists what is still missing for it. What is carried
            forward in the evaluation becomes part of the next cycle.
          </p>
        </section>
        <section className="sheet stack" aria-labelledby="typing-help">
          <h2 id="typing-help">Typing and saving</h2>
          <p>
            What you type into the form of a priority or a target is kept in this window until you save it or
            cancel, also when the page is loaded again or your session ends. When somebody else has saved
            meanwhile, both versions are shown, and you choose field by field.
          </p>
        </section>
        <section className="sheet stack" aria-labelledby="access-help">
          <h2 id="access-help">Keyboard, screen reader and print</h2>
          <p>
            Everything works with the keyboard alone: Ctrl K searches, Tab goes on, Enter opens, Escape
            closes. Every chart has a table beside or behind it. Colours never stand alone. Pages print
            without the navigation.
          </p>
        </section>
        <section className="sheet stack" aria-labelledby="ask-help">
          <h2 id="ask-help">Whom to ask</h2>
          <p>
            A school or a page is missing: the administrator of Uplift in your trust. A figure looks wrong:
            your data manager; every value says where it comes from and when.
          </p>
        </section>
      </div>
    </Page>
  );
}
