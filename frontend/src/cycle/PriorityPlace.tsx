import type { Priority } from '../api/types.gen';

interface Props {
  priority: Priority;
  place: number;
  of: number;
  onMove: (to: number) => void;
}

/** Where a priority stands in the order: moved by a handle that is dragged, or by two buttons. */
export function PriorityPlace({ priority, place, of, onMove }: Props) {
  return (
    <>
      <span
        className="handle"
        draggable
        title="Drag to another place"
        aria-hidden="true"
        onDragStart={(event) => event.dataTransfer.setData('text/plain', priority.id)}
      >
        ⠿
      </span>
      <Step
        label={`Move up: ${priority.title}`}
        sign="↑"
        last={place === 0}
        onStep={() => onMove(place - 1)}
      />
      <Step
        label={`Move down: ${priority.title}`}
        sign="↓"
        last={place === of - 1}
        onStep={() => onMove(place + 1)}
      />
    </>
  );
}

function Step({
  label,
  sign,
  last,
  onStep,
}: {
  label: string;
  sign: string;
  last: boolean;
  onStep: () => void;
}) {
  return (
    <button
      className="button"
      type="button"
      aria-label={last ? `${label} (it is there already)` : label}
      aria-disabled={last}
      onClick={() => !last && onStep()}
    >
      {sign}
    </button>
  );
}
