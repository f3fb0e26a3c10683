import type { PackException } from '../api/types.gen';
import { PathLink } from '../committee/PathLink';
import { Pill } from '../ui/Pill';
import { byKind, whereOf, whyBeside } from './exceptions';
import { EXCEPTION } from './words';

/** What needs the committee, by why it does. */
export function ExceptionList({ exceptions }: { exceptions: PackException[] }) {
  return (
    <ul className="exceptions">
      {byKind(exceptions).map(({ kind, of }) => (
        <li key={kind}>
          <p>
            <Pill tone={EXCEPTION[kind].tone}>{EXCEPTION[kind].label}</Pill>
          </p>
          <ul className="bare">
            {of.map((exception) => (
              <li key={`${exception.schoolUrn} ${exception.title} ${exception.link}`}>
                <p>
                  <strong>
                    <PathLink path={exception.link}>{exception.title}</PathLink>
                  </strong>{' '}
                  <span className="soft small">{whereOf(exception)}</span>
                </p>
                <p>{whyBeside(exception.title, exception.why)}</p>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
