import { Choice } from '../ui/Choice';
import { useCommittees } from './useCommittees';

interface Props {
  chosen: string | undefined;
  onChoose: (committee: string | undefined) => void;
}

/** One of the committees that somebody may see, or all. */
export function CommitteeChoice({ chosen, onChoose }: Props) {
  const committees = useCommittees();
  return (
    <Choice
      label="Committee"
      options={[
        ['', 'All'],
        ...((committees.data?.results ?? []).map(({ id, name }) => [id, name]) as [string, string][]),
      ]}
      chosen={chosen ?? ''}
      onChoose={(next) => onChoose(next || undefined)}
    />
  );
}
