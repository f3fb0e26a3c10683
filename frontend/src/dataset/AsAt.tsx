import { useEffect, useState } from 'react';
import { Field } from '../ui/Field';
import { day, moment, today } from '../ui/format';

interface Props {
  asAt: string | undefined;
  onAsk: (asAt: string | undefined) => void;
}

const FIRST = '2000-01-01';

/** As at which day the values are wanted; a day is asked for when it has been typed whole. */
export function AsAt({ asAt, onAsk }: Props) {
  const [typed, setTyped] = useState(asAt ?? '');
  useEffect(() => setTyped(asAt ?? ''), [asAt]);
  const type = (value: string) => {
    setTyped(value);
    if (value === '' || (value >= FIRST && value <= today())) {
      onAsk(value || undefined);
    }
  };
  const isMoment = (asAt?.length ?? 0) > FIRST.length;
  return (
    <Field
      label="As it was known on"
      hint={
        asAt
          ? `What was known at ${isMoment ? moment(asAt) : `the end of ${day(asAt)}`}`
          : 'Without a date: as it is known now'
      }
      wrong={typed > today() && !isMoment ? 'This day is still to come.' : undefined}
    >
      <input
        type="date"
        min={FIRST}
        max={today()}
        value={isMoment ? '' : typed}
        onChange={(event) => type(event.target.value)}
      />
    </Field>
  );
}
