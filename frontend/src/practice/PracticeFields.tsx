import { useLeads } from '../cycle/useLeads';
import { Field } from '../ui/Field';
import type { Problem } from '../ui/problem';
import type { Typed } from './fields';

interface Props {
  school: number | undefined;
  typed: Typed;
  /** The name of the person to talk to now, whether or not they still work there. */
  contact?: string | undefined;
  problem: Problem | null;
  onTyped: (typed: Typed) => void;
}

/** What a school tells the others, and whom they can ask. */
export function PracticeFields({ school, typed, contact, problem, onTyped }: Props) {
  const leads = useLeads(school);
  const people = leads.data?.results ?? [];
  const gone = typed.contactId !== '' && !people.some(({ id }) => id === typed.contactId);
  const set = (field: keyof Typed) => (event: { target: { value: string } }) =>
    onTyped({ ...typed, [field]: event.target.value });
  return (
    <>
      <p className="notice warn">
        ▲ Every school of the trust can read this. Name no child, and give no figure of five pupils or fewer.
      </p>
      <Field label="Title" wrong={problem?.at('/title')}>
        <input value={typed.title} onChange={set('title')} maxLength={200} required />
      </Field>
      <Field label="What is done" wrong={problem?.at('/what')}>
        <textarea rows={4} value={typed.what} onChange={set('what')} maxLength={5000} required />
      </Field>
      <Field label="What came of it" wrong={problem?.at('/impact')}>
        <textarea rows={3} value={typed.impact} onChange={set('impact')} maxLength={5000} required />
      </Field>
      <Field label="Area" hint="Part of the school’s work" wrong={problem?.at('/area')}>
        <input value={typed.area} onChange={set('area')} maxLength={100} />
      </Field>
      <Field
        label="Where it worked"
        hint="What kind of school or class, so that others see whether it is like theirs"
        wrong={problem?.at('/context')}
      >
        <textarea rows={2} value={typed.context} onChange={set('context')} maxLength={2000} />
      </Field>
      <Field
        label="How one knows"
        hint="A note or the address of a page on each line"
        wrong={problem?.at('/evidence')}
      >
        <textarea rows={2} value={typed.evidence} onChange={set('evidence')} maxLength={2000} />
      </Field>
      <Field
        label="Whom to talk to"
        hint={leads.isError ? 'People cannot be listed now' : 'Everybody reads the name'}
        wrong={problem?.at('/contactId')}
      >
        <select value={typed.contactId} onChange={set('contactId')}>
          <option value="">Nobody in particular</option>
          {gone && <option value={typed.contactId}>{contact ?? 'As now'}</option>}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label="To be looked at again on"
        hint="Nothing: a year from now"
        wrong={problem?.at('/reviewOn') ?? problem?.at('/nextOn')}
      >
        <input type="date" value={typed.reviewOn} onChange={set('reviewOn')} />
      </Field>
    </>
  );
}
